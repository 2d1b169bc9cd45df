"""Requests to web servers with curl, downloads with wget; all recorded."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_GET = "[download|fetch|get]"
_SITE = "https://{domain}"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _requests()
    yield from _wget()


def _requests() -> Iterator[Task]:
    show = "[show|print|get|fetch|display]"
    json = "-H 'Content-Type: application/json'"
    for name, run, say, ask, explained in (
        ("page", f"curl {_SITE}", [f"{show} the [page|source|HTML] [of|at] {_SITE}",
                                   f"request {_SITE} with curl"], [],
         f"Prints the page {_SITE}"),
        ("follow", f"curl -L {_SITE}", [f"{show} {_SITE} and follow redirects",
                                        f"curl {_SITE} following redirects"], [],
         f"Prints the page {_SITE}, following redirects"),
        ("headers", f"curl -I {_SITE}", [f"{show} [only|just] the [HTTP|response|] headers of "
                                         f"{_SITE}", f"send a HEAD request to {_SITE}"],
         [f"[HTTP|response] headers of {_SITE}"], f"Prints the headers that {_SITE} answers with"),
        ("include", f"curl -i {_SITE}", [f"{show} {_SITE} [with|including] the [response|HTTP|] "
                                         "headers", f"{show} headers and body of {_SITE}"], [],
         f"Prints the page {_SITE} with its headers"),
        ("verbose", f"curl -v {_SITE}", [f"{show} {_SITE} [verbosely|and show the whole exchange]",
                                         f"debug the [request|connection] to {_SITE}"], [],
         f"Prints the page {_SITE} and the whole exchange with the server"),
        ("status", f"curl -s -o /dev/null -w '%{{http_code}}\\n' {_SITE}",
         [f"{show} [only|just] the [HTTP|] status code of {_SITE}",
          f"check which status code {_SITE} returns"],
         [f"[which|what] status code does {_SITE} [return|give]?", f"http status of {_SITE}"],
         f"Prints only the status code of {_SITE}"),
        ("time", f"curl -s -o /dev/null -w '%{{time_total}}\\n' {_SITE}",
         [f"[measure|print|show] how long {_SITE} takes to [answer|load]",
          f"print the total time of a request to {_SITE}"],
         [f"how [fast|quickly] does {_SITE} answer?"],
         f"Prints how many seconds a request to {_SITE} takes"),
        ("final", f"curl -sL -o /dev/null -w '%{{url_effective}}\\n' {_SITE}",
         [f"{show} the address that {_SITE} redirects to [in the end|finally]",
          f"follow the redirects of {_SITE} and print the final [URL|address]"], [],
         f"Prints the address that {_SITE} leads to in the end"),
        ("size", f"curl -s -o /dev/null -w '%{{size_download}}\\n' {_SITE}",
         [f"print how many bytes {_SITE} [sends|answers with]"], [],
         f"Prints how many bytes {_SITE} sends"),
        ("up", f"curl -fsI {_SITE} > /dev/null && echo up",
         [f"print up if {_SITE} [answers|is reachable|works]",
          f"check whether {_SITE} is [online|reachable|up] and print up if so"],
         [f"is {_SITE} [up|online]? print up if so"], f"Prints up where {_SITE} answers"),
        ("local-headers", "curl -I http://localhost:{port}",
         [f"{show} the headers of the [web|] server on [local|] port {{port}}",
          "[check|see] whether a web server answers on [local|] port {port}"], [],
         "Prints the headers that the server on port {port} of this machine answers with"),
        ("post-json", f"curl {json} -d @{{json}} {_SITE}",
         [f"[post|send] [the content of|] {{json}} as JSON to {_SITE}",
          f"send a POST request with [the JSON in|] {{json}} to {_SITE}"], [],
         f"Sends the JSON of {{json}} to {_SITE}"),
        ("put-json", f"curl -X PUT {json} -d @{{json}} {_SITE}",
         [f"send [the content of|] {{json}} as JSON to {_SITE} with PUT",
          f"make a PUT request [to {_SITE} with {{json}}|with {{json}} to {_SITE}]"], [],
         f"Sends the JSON of {{json}} to {_SITE} with PUT"),
        ("post-form", f"curl -d {{word}}={{word2}} {_SITE}",
         [f"post the form field {{word}} with the value {{word2}} to {_SITE}",
          f"send a POST request to {_SITE} with {{word}} set to {{word2}}"], [],
         f"Sends the form field {{word}} with the value {{word2}} to {_SITE}"),
        ("post-file", f"curl --data-binary @{{file}} {_SITE}",
         [f"post the [raw|exact] bytes of {{file}} to {_SITE}",
          f"send {{file}} unchanged as the body of a POST request to {_SITE}"], [],
         f"Sends the exact content of {{file}} to {_SITE}"),
        ("upload", f"curl -F file=@{{file}} {_SITE}",
         [f"upload {{file}} to {_SITE} as [a form|the form field file|a form upload]",
          f"send {{file}} to {_SITE} as multipart form data"], [],
         f"Uploads {{file}} to {_SITE} as the form field file"),
        ("put-file", f"curl -T {{file}} {_SITE}/",
         [f"upload {{file}} to {_SITE} with [a PUT request|PUT]"], [],
         f"Uploads {{file}} to {_SITE} with PUT"),
        ("delete", f"curl -X DELETE {_SITE}/{{stem}}",
         [f"send a DELETE request [to|for] {_SITE}/{{stem}}",
          f"[delete|remove] {_SITE}/{{stem}} [over HTTP|with curl]"], [],
         f"Sends a DELETE request for {_SITE}/{{stem}}"),
        ("header", f"curl -H '{{word.raw}}: {{word2.raw}}' {_SITE}",
         [f"request {_SITE} with the header {{word}} set to {{word2}}",
          f"send the header {{word}}: {{word2}} [along|] with a request to {_SITE}"], [],
         f"Requests {_SITE} with the header {{word}}: {{word2}}"),
        ("login", f"curl -u {{user}} {_SITE}",
         [f"request {_SITE} [as the user|logging in as] {{user}}[, asking for the password|]",
          f"log in to {_SITE} as {{user}} with [basic|HTTP] authentication"], [],
         f"Requests {_SITE} as {{user}}, asking for the password"),
        ("agent", f"curl -A {{word}} {_SITE}", [f"request {_SITE} [with|using] the user agent "
                                                "{word}"], [],
         f"Requests {_SITE} with {{word}} as the user agent"),
        ("cookie", f"curl -b {{word}}={{word2}} {_SITE}",
         [f"request {_SITE} with the cookie {{word}} set to {{word2}}"], [],
         f"Requests {_SITE} with the cookie {{word}}={{word2}}"),
        ("cookies", f"curl -c {{txt}} {_SITE}", [f"save the cookies of {_SITE} in {{txt}}",
                                                 f"request {_SITE} and store its cookies in "
                                                 "{txt}"], [],
         f"Requests {_SITE} and saves its cookies in {{txt}}"),
        ("cookies-use", f"curl -b {{txt}} {_SITE}", [f"request {_SITE} with the cookies [from|in|"
                                                     "saved in] {txt}"], [],
         f"Requests {_SITE} with the cookies of {{txt}}"),
        ("compressed", f"curl --compressed {_SITE}", [f"request {_SITE} [compressed|with "
                                                      "compression]"], [],
         f"Requests {_SITE} compressed and unpacks the answer"),
        ("insecure", f"curl -k {_SITE}", [f"request {_SITE} [without checking|ignoring] the "
                                          "certificate", f"{show} {_SITE} although its "
                                          "certificate is invalid"], [],
         f"Requests {_SITE} whatever its certificate"),
        ("proxy", f"curl -x http://{{host}}:{{port}} {_SITE}",
         [f"request {_SITE} through the proxy {{host}} [on|at] port {{port}}"], [],
         f"Requests {_SITE} through the proxy {{host}} on port {{port}}"),
        ("resolve", f"curl --resolve {{domain}}:443:{{ip}} {_SITE}",
         [f"request {_SITE} from the server {{ip}} whatever DNS says about {{domain}}"], [],
         f"Requests {_SITE} from the server {{ip}}, whatever the name service says"),
        ("query", f"curl -G --data-urlencode {{word}}={{phrase}} {_SITE}",
         [f"request {_SITE} with the query parameter {{word}} set to {{phrase}}"], [],
         f"Requests {_SITE} with {{word}} set to {{phrase}} in the query"),
        ("timeout", f"curl --connect-timeout {{seconds}} {_SITE}",
         [f"request {_SITE} and give up if it does not connect within {{seconds}} seconds"], [],
         f"Requests {_SITE} and gives up when no connection is made in {{seconds}} seconds"),
        ("ip", "curl -s https://ifconfig.me",
         [f"{show} my public IP[ address|]", f"{show} the IP address that others on the internet "
          "see"], ["what is my public [ip|IP address]?", "my public ip"],
         "Prints the public address of this machine"),
    ):  # fmt: skip
        calls = [run.replace(" > /dev/null && echo up", "")]
        yield recorded(
            f"network_requests.request-{name}", run, say, explained, ask, calls,
            before="exec >/dev/null" if name == "up" else "",
        )  # fmt: skip


def _wget() -> Iterator[Task]:
    for name, run, say, explained in (
        ("plain", "wget {url}", [f"{_GET} {{url}} with wget", "wget {url}"],
         "Downloads {url}"),
        ("as", "wget -O {file} {url}", [f"{_GET} {{url}} with wget [and save it|] as {{file}}"],
         "Downloads {url} as {file}"),
        ("into", "wget -P {dir} {url}", [f"{_GET} {{url}} with wget into {{dir}}",
                                         "wget {url} and put it in {dir}"],
         "Downloads {url} into {dir}"),
        ("continue", "wget -c {url}", ["[continue|resume] the [partial|interrupted|] download of "
                                       "{url} with wget"], "Goes on with the download of {url}"),
        ("quiet", "wget -q {url}", [f"{_GET} {{url}} with wget [quietly|without any output]"],
         "Downloads {url} without output"),
        ("background", "wget -b {url}", [f"{_GET} {{url}} with wget in the background"],
         "Downloads {url} in the background"),
        ("list", "wget -i {txt}", [f"{_GET} all [addresses|URLs|files] listed in {{txt}}[ with "
                                   "wget|]", f"{_GET} every URL [in|of] {{txt}}"],
         "Downloads every address listed in {txt}"),
        ("newer", "wget -N {url}", [f"{_GET} {{url}} with wget only if it is newer than my copy"],
         "Downloads {url} where it is newer than the local copy"),
        ("keep", "wget -nc {url}", [f"{_GET} {{url}} with wget unless it [is already|already is] "
                                    "here"], "Downloads {url} unless it is there already"),
        ("limit", "wget --limit-rate={n}k {url}", [f"{_GET} {{url}} with wget at no more than {{n}}"
                                                   " KB per second"],
         "Downloads {url} at {n} kilobytes per second at most"),
        ("tries", "wget -t {count} {url}", [f"{_GET} {{url}} with wget, trying {{count}} times[ at "
                                            "most|]"], "Downloads {url} with up to {count} tries"),
        ("timeout", "wget -T {seconds} {url}", [f"{_GET} {{url}} with wget and a timeout of "
                                                "{seconds} seconds"],
         "Downloads {url} and gives up after {seconds} seconds without an answer"),
        ("mirror", f"wget -mk {_SITE}", [f"mirror {_SITE} [for reading offline|for offline "
                                         "viewing|so that it can be read offline]",
                                         f"{_GET} the whole site {_SITE} with working local "
                                         "links"],
         f"Copies the whole site {_SITE} with links that work offline"),
        ("recursive", f"wget -r -l {{column.raw}} {_SITE}",
         [f"{_GET} {_SITE} recursively, {{column.raw}} levels deep"],
         f"Downloads {_SITE} and what it links to, {{column.raw}} levels deep"),
        ("accept", f"wget -r -np -A {{ext}} {_SITE}/{{stem}}/",
         [f"{_GET} all .{{ext.raw}} files below {_SITE}/{{stem}}/[ with wget|]"],
         f"Downloads all .{{ext}} files below {_SITE}/{{stem}}/"),
        ("page", f"wget -p -k {_SITE}", [f"{_GET} the page {_SITE} with everything [it needs|it "
                                         "shows], links adapted"],
         f"Downloads the page {_SITE} with its images and styles, links adapted"),
        ("spider", "wget --spider {url}", ["check with wget [whether|if] {url} exists",
                                           "test the link {url} with wget without downloading it"],
         "Checks whether {url} exists without downloading it"),
        ("insecure", "wget --no-check-certificate {url}",
         [f"{_GET} {{url}} with wget without checking the certificate"],
         "Downloads {url} whatever its certificate"),
        ("agent", "wget -U {word} {url}", [f"{_GET} {{url}} with wget and the user agent {{word}}"],
         "Downloads {url} with {word} as the user agent"),
        ("print", "wget -qO- {url}", ["print {url} [on the terminal|to standard output] with wget"],
         "Prints what is at {url}"),
    ):  # fmt: skip
        yield recorded(f"network_requests.wget-{name}", {"linux": run}, say, explained)
