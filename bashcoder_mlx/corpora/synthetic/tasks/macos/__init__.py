"""macOS's own tools: opening, clipboard, sound, screen, pictures, texts, search, settings, power.

Where Linux has a command for the same wish it stands beside it, recorded there.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Value, named, number, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded
from bashcoder_mlx.trial.world import World

_SHOW = "[show|print|display|see]"
_APPS = {
    "app": lambda draw, spaced: _app(draw.pick((
        "Safari", "Mail", "Notes", "Preview", "TextEdit", "Music", "Photos", "Finder", "Calendar",
        "Terminal", "Firefox", "Xcode", "Slack", "Spotify", "VLC", "Numbers", "Pages", "Keynote",
        "Google Chrome", "Visual Studio Code", "System Settings", "Activity Monitor", "Zoom",
    ))),
    "pixels": lambda draw, spaced: number(draw.pick((100, 200, 256, 320, 480, 512, 640, 720, 800,
                                                     1000, 1024, 1200, 1600, 1920, 2048))),
    "pixels2": lambda draw, spaced: number(draw.pick((100, 150, 240, 300, 360, 400, 500, 600, 768,
                                                      900, 1080))),
    "degrees": one_of("90", "180", "270"),
    "voice": one_of("Alex", "Samantha", "Daniel", "Victoria", "Fred", "Karen", "Moira", "Tessa"),
    "rtf": lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.rtf"),
    "doc": lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.docx"),
    "plist": lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.plist"),
    "png": lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.png"),
    "heic": lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.heic"),
    "song": lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.m4a"),
    "level": lambda draw, spaced: number(draw.between(1, 20) * 5),
    "hours": lambda draw, spaced: number(draw.between(2, 12)),
}  # fmt: skip
_NAMES = (
    "report", "letter", "photo", "scan", "invoice", "draft", "settings", "shot", "picture",
    "thesis", "memo", "contract", "resume", "poster", "sketch", "notes", "cover", "logo", "chapter",
    "song", "speech", "agenda", "budget", "recipe", "essay",
)  # fmt: skip


def _app(name: str) -> Value:
    value = named(name)
    quoted = f"'{name}'" if " " in name else name
    return value._replace(text=quoted)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _shared()
    for name, run, say, explained in (*_OPENING, *_SOUND, *_SCREEN, *_PICTURES, *_TEXTS, *_SEARCH):
        yield recorded(f"macos.{name}", {"macos": run}, say, explained, slots=_APPS)


def _shared() -> Iterator[Task]:
    """Wishes that both systems fulfil, each with a tool of its own."""
    for name, linux, macos, say, ask, explained, calls in (
        ("open", "xdg-open {file}", "open {file}",
         ["open {file} [in|with] [its|the] default [program|application|app]", "open {file}"],
         ["open {file}"], "Opens {file} with the program that is set for it", None),
        ("open-dir", "xdg-open {dir}", "open {dir}",
         ["open {dir} in the file manager", "show {dir} in a [file manager|Finder] window"], [],
         "Opens {dir} in the file manager", None),
        ("open-here", "xdg-open .", "open .", ["open [this folder|the current directory] in the "
                                               "file manager"],
         ["file manager for this folder"], "Opens this folder in the file manager", None),
        ("open-url", "xdg-open https://{domain}", "open https://{domain}",
         ["open https://{domain} in the [default|] browser", "visit https://{domain} in the "
          "browser"], [], "Opens https://{domain} in the browser", None),
        ("copy", "xclip -selection clipboard < {file}", "pbcopy < {file}",
         ["copy [the contents of|the content of|] {file} to the clipboard",
          "put [the text of|] {file} on the clipboard"], ["{file} to clipboard"],
         "Copies the content of {file} to the clipboard", ["xclip -selection clipboard"]),
        ("copy-path", "pwd | xclip -selection clipboard", "pwd | pbcopy",
         ["copy the [path of this folder|current path|path of the current directory] to the "
          "clipboard"], ["current path to clipboard"],
         "Copies the path of this folder to the clipboard", ["xclip -selection clipboard"]),
        ("copy-text", "printf %s {text} | xclip -selection clipboard", "printf %s {text} | pbcopy",
         ["[copy|put] the text {text} [to|on] the clipboard"], [],
         "Copies the text {text} to the clipboard", ["xclip -selection clipboard"]),
        ("copy-sorted", "sort {txt} | xclip -selection clipboard", "sort {txt} | pbcopy",
         ["copy the sorted lines of {txt} to the clipboard", "sort {txt} into the clipboard"], [],
         "Copies the sorted lines of {txt} to the clipboard", ["xclip -selection clipboard"]),
        ("copy-key", "xclip -selection clipboard < ~/.ssh/id_ed25519.pub",
         "pbcopy < ~/.ssh/id_ed25519.pub",
         ["copy my [public|public ssh] key [~/.ssh/id_ed25519.pub|id_ed25519.pub] to the "
          "clipboard"], ["ssh public key id_ed25519.pub to clipboard"],
         "Copies the public key id_ed25519.pub to the clipboard", ["xclip -selection clipboard"]),
        ("paste", "xclip -selection clipboard -o", "pbpaste",
         [f"{_SHOW} [the contents of|what is on] the clipboard", "paste the clipboard [here|into "
          "the terminal]"], ["what is on the clipboard?"],
         "Prints what is on the clipboard", None),
        ("paste-file", "xclip -selection clipboard -o > {txt}", "pbpaste > {txt}",
         ["[save|write|paste] the clipboard [to|into] {txt}"], ["clipboard to {txt}"],
         "Writes what is on the clipboard to {txt}", ["xclip -selection clipboard -o"]),
        ("paste-append", "xclip -selection clipboard -o >> {txt}", "pbpaste >> {txt}",
         ["append the clipboard to {txt}", "add what is on the clipboard at the end of {txt}"], [],
         "Appends what is on the clipboard to {txt}", ["xclip -selection clipboard -o"]),
        ("paste-count", "xclip -selection clipboard -o | wc -w", "pbpaste | wc -w",
         ["count the words on the clipboard"], ["how many words are on the clipboard?"],
         "Counts the words on the clipboard", ["xclip -selection clipboard -o"]),
        ("notify", "notify-send {text}", "osascript -e 'display notification \"{text.raw}\"'",
         ["show a [desktop|] notification [saying|with the text] {text}"], [],
         "Shows a notification with the text {text}", None),
    ):  # fmt: skip
        piped = calls is not None
        yield recorded(
            f"macos.both-{name}", {"linux": linux, "macos": macos}, say, explained, ask, calls,
            _prepare, before="mkdir -p ~/.ssh; : >~/.ssh/id_ed25519.pub; exec >/dev/null"
            if piped else "",
            after="printf 'b\na\n' >{txt}; touch -d '1 minute ago' {txt}" if linux.endswith("> {txt}") else "",
        )  # fmt: skip


def _prepare(world: World, s: Bound) -> None:
    for name in ("file", "txt"):
        if name in s:
            world.file(s[name].data, "b\na\n")


_OPENING = (
    ("open-app", "open -a {app}", ["[open|start|launch] the [app|application] {app}", "open {app}"],
     "Opens the application {app}"),
    ("open-with", "open -a {app} {file}", ["open {file} [with|in] [the app|] {app}"],
     "Opens {file} in {app}"),
    ("open-new", "open -n -a {app}", ["open [another|a new] [copy|instance] of {app}"],
     "Opens another instance of {app}"),
    ("open-back", "open -g {file}", ["open {file} in the background"],
     "Opens {file} without coming to the front"),
    ("open-edit", "open -e {file}", ["open {file} [in|with] TextEdit"], "Opens {file} in TextEdit"),
    ("open-text", "open -t {file}", ["open {file} [in|with] the default text editor"],
     "Opens {file} in the text editor that is set"),
    ("reveal", "open -R {file}", ["[reveal|show] {file} in [the|] Finder"],
     "Shows {file} in the Finder"),
    ("open-wait", "open -W {file}", ["open {file} and wait until [its app|the app] quits"],
     "Opens {file} and waits until its application quits"),
    ("quit", "osascript -e 'quit app \"{app.raw}\"'", ["quit the [app|application] {app}",
                                                       "close the app {app} properly"],
     "Asks the application {app} to quit"),
    ("activate", "osascript -e 'tell application \"{app.raw}\" to activate'",
     ["bring {app} to the front"], "Brings {app} to the front"),
    ("trash", "osascript -e 'tell application \"Finder\" to empty trash'",
     ["empty the [trash|Trash]"], "Empties the trash"),
    ("dialog", "osascript -e 'display dialog \"{text.raw}\"'",
     ["show a dialog [saying|with the text] {text}"], "Shows a dialog with the text {text}"),
    ("titled", "osascript -e 'display notification \"{text.raw}\" with title \"{word.raw}\"'",
     ["show a notification with the title {word} and the text {text}"],
     "Shows a notification with the title {word} and the text {text}"),
    ("look", "qlmanage -p {file}", ["[preview|show] {file} with Quick Look"],
     "Shows {file} with Quick Look"),
    ("thumbnail", "qlmanage -t -s {pixels} -o {dir} {image}",
     ["make a thumbnail of {image} with {pixels} pixels in {dir}"],
     "Makes a thumbnail of {image}, {pixels} pixels wide, in {dir}"),
)  # fmt: skip
_SOUND = (
    ("say", "say {text}", ["[say|speak] {text} [aloud|out loud|]", "let the computer say {text}"],
     "Says {text} aloud"),
    ("say-file", "say -f {txt}", ["read {txt} [aloud|out loud]", "let the computer read {txt} to "
                                  "me"], "Reads {txt} aloud"),
    ("say-voice", "say -v {voice} {text}", ["say {text} [with|in] the voice {voice}"],
     "Says {text} with the voice {voice}"),
    ("say-rate", "say -r {pixels} {text}", ["say {text} at {pixels} words per minute"],
     "Says {text} at {pixels} words per minute"),
    ("say-save", "say -o {stem}.aiff {text}", ["[save|record] {text} as speech in {stem}.aiff"],
     "Saves {text} as speech in {stem}.aiff"),
    ("say-file-save", "say -f {txt} -o {stem}.aiff", ["turn {txt} into [speech|an audio file] in "
                                                      "{stem}.aiff"],
     "Saves the text of {txt} as speech in {stem}.aiff"),
    ("voices", "say -v '?'", ["list the voices [of say|for speech]"], "Lists the voices"),
    ("play", "afplay {song}", ["play [the sound file|the song|] {song}"], "Plays {song}"),
    ("play-volume", "afplay -v 0.{column.raw} {song}", ["play {song} at volume 0.{column.raw}"],
     "Plays {song} at volume 0.{column.raw}"),
    ("play-part", "afplay -t {seconds} {song}", ["play the first {seconds} seconds of {song}"],
     "Plays the first {seconds} seconds of {song}"),
    ("volume", "osascript -e 'set volume output volume {level}'",
     ["set the [volume|sound volume] to {level} percent"], "Sets the volume to {level} percent"),
    ("mute", "osascript -e 'set volume output muted true'", ["mute the [sound|speakers]"],
     "Turns the sound off"),
    ("unmute", "osascript -e 'set volume output muted false'", ["unmute the [sound|speakers]"],
     "Turns the sound on again"),
)  # fmt: skip
_SCREEN = (
    ("shot", "screencapture {png}", ["[take|make|save] a screenshot [in|as|to] {png}",
                                     "capture the [whole|] screen [to|in] {png}"],
     "Saves a picture of the screen in {png}"),
    ("shot-select", "screencapture -i {png}", ["[take|make] a screenshot of a [selected|chosen] "
                                               "area [as|in] {png}"],
     "Lets one select an area and saves it in {png}"),
    ("shot-window", "screencapture -w {png}", ["[take|make] a screenshot of [a|one] window [as|in] "
                                               "{png}"],
     "Lets one choose a window and saves its picture in {png}"),
    ("shot-clipboard", "screencapture -c", ["[take|copy] a screenshot [to|into] the clipboard"],
     "Puts a picture of the screen on the clipboard"),
    ("shot-select-clipboard", "screencapture -ic", ["copy a [selected|chosen] area of the screen "
                                                    "to the clipboard"],
     "Lets one select an area and puts it on the clipboard"),
    ("shot-delay", "screencapture -T {seconds} {png}", ["[take|make] a screenshot [after|in] "
                                                        "{seconds} seconds [as|in] {png}"],
     "Saves a picture of the screen in {png} after {seconds} seconds"),
    ("shot-quiet", "screencapture -x {png}", ["[take|make] a screenshot without a sound [as|in] "
                                              "{png}"],
     "Saves a picture of the screen in {png} without a sound"),
    ("shot-jpg", "screencapture -t jpg {stem}.jpg", ["[take|make] a screenshot as [a|] JPEG [in|"
                                                     "called] {stem}.jpg"],
     "Saves a picture of the screen as the JPEG {stem}.jpg"),
    ("record", "screencapture -v {stem}.mov", ["record the screen [in|to] {stem}.mov"],
     "Records the screen in {stem}.mov until stopped"),
    ("awake", "caffeinate", ["keep [the Mac|this Mac|the computer] awake[ until I stop it|]",
                             "[prevent|stop] the Mac from [sleeping|going to sleep]"],
     "Keeps the Mac awake until it is stopped"),
    ("awake-display", "caffeinate -d", ["keep the [display|screen] [on|awake]"],
     "Keeps the display on until it is stopped"),
    ("awake-time", "caffeinate -t {line}", ["keep the Mac awake for {line} seconds"],
     "Keeps the Mac awake for {line} seconds"),
    ("awake-script", "caffeinate -i ./{script}", ["keep the Mac awake while {script} runs",
                                                  "run {script} without the Mac going to sleep"],
     "Runs {script} and keeps the Mac awake meanwhile"),
    ("awake-process", "caffeinate -w {pid}", ["keep the Mac awake [as long as|while] process {pid} "
                                              "runs"],
     "Keeps the Mac awake while process {pid} runs"),
    ("sleep-now", "pmset sleepnow", ["[put|send] the Mac to sleep[ now|]", "make the Mac sleep "
                                     "[now|immediately]"], "Puts the Mac to sleep"),
    ("display-off", "pmset displaysleepnow", ["[turn off|switch off] the [display|screen] [now|]"],
     "Turns the display off"),
    ("battery", "pmset -g batt", [f"{_SHOW} the [state|charge|level] of the battery",
                                  "show how full the battery is"],
     "Shows the charge of the battery"),
    ("power", "pmset -g", [f"{_SHOW} the power settings"], "Shows the settings of power"),
    ("assertions", "pmset -g assertions", ["show what keeps the Mac [awake|from sleeping]"],
     "Shows what keeps the Mac awake"),
    ("display-sleep", "sudo pmset displaysleep {n}", ["let the display sleep after {n} minutes"],
     "Lets the display sleep after {n} idle minutes"),
    ("battery-sleep", "sudo pmset -b sleep {n}", ["let the Mac sleep after {n} minutes on "
                                                  "battery"],
     "Lets the Mac sleep after {n} idle minutes on battery"),
    ("never-sleep", "sudo pmset -c sleep 0", ["never let the Mac sleep on [mains|AC] power"],
     "Never lets the Mac sleep on mains power"),
)  # fmt: skip
_PICTURES = (
    ("pic-max", "sips -Z {pixels} {image}", ["[resize|shrink|scale] {image} to at most {pixels} "
                                             "pixels[ in width and height|]"],
     "Scales {image} to fit {pixels} pixels"),
    ("pic-max-to", "sips -Z {pixels} {image} -o {png}", ["save {image} scaled to [at most|] "
                                                         "{pixels} pixels as {png}"],
     "Saves {image}, scaled to fit {pixels} pixels, as {png}"),
    ("pic-size", "sips -z {pixels2} {pixels} {image}", ["resize {image} to [a height of|height] "
                                                        "{pixels2} and [a width of|width] "
                                                        "{pixels}"],
     "Scales {image} to a height of {pixels2} and a width of {pixels} pixels"),
    ("pic-width", "sips --resampleWidth {pixels} {image}", ["[resize|scale] {image} to {pixels} "
                                                            "pixels [in width|wide]"],
     "Scales {image} to a width of {pixels} pixels"),
    ("pic-crop", "sips -c {pixels2} {pixels} {image}", ["crop {image} to [a height of|height] "
                                                        "{pixels2} and [a width of|width] "
                                                        "{pixels}"],
     "Cuts {image} to a height of {pixels2} and a width of {pixels} pixels"),
    ("pic-rotate", "sips -r {degrees} {image}", ["rotate {image} by {degrees} degrees"],
     "Turns {image} by {degrees} degrees"),
    ("pic-flip", "sips -f horizontal {image}", ["[flip|mirror] {image} horizontally"],
     "Mirrors {image} horizontally"),
    ("pic-flip-vertical", "sips -f vertical {image}", ["[flip|mirror] {image} vertically"],
     "Mirrors {image} vertically"),
    ("pic-info", "sips -g pixelWidth -g pixelHeight {image}",
     ["[show|print] the [size in pixels|width and height|dimensions] of {image}"],
     "Prints width and height of {image}"),
    ("pic-all", "sips -g all {image}", ["[show|print] all properties of [the picture|] {image}"],
     "Prints all properties of {image}"),
    ("pic-heic", "sips -s format jpeg {heic} -o {stem}.jpg", ["convert {heic} to [the JPEG|] "
                                                              "{stem}.jpg"],
     "Converts {heic} to the JPEG {stem}.jpg"),
    ("pic-png", "sips -s format png {image} -o {png}", ["convert {image} to [the PNG|] {png}"],
     "Converts {image} to the PNG {png}"),
    ("pic-all-max", "sips -Z {pixels} *.{ext}", ["[resize|scale] all .{ext.raw} pictures here to "
                                                 "at most {pixels} pixels"],
     "Scales all pictures ending in .{ext.raw} to fit {pixels} pixels"),
    ("pic-heics", "for f in *.heic; do sips -s format jpeg \"$f\" -o \"${f%.heic}.jpg\"; done",
     ["convert all HEIC [pictures|files|photos] here to JPEG"],
     "Converts every HEIC picture here to a JPEG"),
)  # fmt: skip
_TEXTS = (
    ("text-txt", "textutil -convert txt {doc}", ["convert {doc} to [plain|] text",
                                                 "[extract|get] the text [of|from] {doc}"],
     "Converts {doc} to plain text"),
    ("text-html", "textutil -convert html {doc}", ["convert {doc} to HTML"],
     "Converts {doc} to HTML"),
    ("text-docx", "textutil -convert docx {rtf}", ["convert {rtf} to [docx|Word|a Word document]"],
     "Converts {rtf} to a Word document"),
    ("text-rtf", "textutil -convert rtf {html}", ["convert {html} to RTF"], "Converts {html} to RTF"),
    ("text-to", "textutil -convert txt -output {txt} {doc}",
     ["convert {doc} to plain text in {txt}"], "Converts {doc} to plain text in {txt}"),
    ("text-print", "textutil -convert txt -stdout {doc}", ["print the text of {doc}"],
     "Prints the text of {doc}"),
    ("text-count", "textutil -convert txt -stdout {doc} | wc -w", ["count the words of [the Word "
                                                                   "document|] {doc}"],
     "Counts the words of {doc}"),
    ("text-join", "textutil -cat docx -output {doc2} {doc} {rtf}", ["join {doc} and {rtf} into "
                                                                   "{doc2}"],
     "Joins {doc} and {rtf} in the Word document {doc2}"),
    ("text-info", "textutil -info {doc}", ["[show|print] information about the document {doc}"],
     "Prints facts about {doc}"),
    ("plist-check", "plutil -lint {plist}", ["check [the syntax of|whether] {plist}[ is valid|]"],
     "Checks the syntax of {plist}"),
    ("plist-print", "plutil -p {plist}", ["[show|print] [the property list|] {plist} [readably|in "
                                          "readable form]"], "Prints {plist} in a readable form"),
    ("plist-xml", "plutil -convert xml1 {plist}", ["convert {plist} to XML"],
     "Converts {plist} to XML"),
    ("plist-binary", "plutil -convert binary1 {plist}", ["convert {plist} to [the|] binary "
                                                         "[format|]"],
     "Converts {plist} to the binary format"),
    ("plist-json", "plutil -convert json -o {json} {plist}", ["convert {plist} to JSON in {json}"],
     "Converts {plist} to JSON in {json}"),
    ("plist-get", "plutil -extract {word} raw {plist}", ["print the value of {word} in {plist}"],
     "Prints the value of {word} in {plist}"),
    ("plist-set", "plutil -replace {word} -string {word2} {plist}",
     ["set {word} to [the string|] {word2} in {plist}"], "Sets {word} to {word2} in {plist}"),
    ("plist-number", "plutil -replace {word} -integer {n} {plist}",
     ["set {word} to the number {n} in {plist}"], "Sets {word} to the number {n} in {plist}"),
    ("plist-remove", "plutil -remove {word} {plist}", ["[remove|delete] [the key|] {word} from "
                                                       "{plist}"],
     "Removes {word} from {plist}"),
)  # fmt: skip
_SEARCH = (
    ("find", "mdfind {word}", ["search [the Mac|this Mac|Spotlight] for {word}",
                               "find files about {word} with Spotlight"],
     "Finds files that contain {word} with Spotlight"),
    ("find-name", "mdfind -name {word}", ["find files [called|named] {word} [with|using] Spotlight",
                                          "search Spotlight for [file|] names with {word}"],
     "Finds files whose name contains {word} with Spotlight"),
    ("find-in", "mdfind -onlyin {dir} {word}", ["search {dir} for {word} [with|using] Spotlight"],
     "Finds files in {dir} that contain {word} with Spotlight"),
    ("find-name-in", "mdfind -onlyin {dir} -name {word}", ["find files [called|named] {word} in "
                                                           "{dir} with Spotlight"],
     "Finds files in {dir} whose name contains {word} with Spotlight"),
    ("find-count", "mdfind -count {word}", ["count the files that Spotlight finds for {word}"],
     "Counts the files that Spotlight finds for {word}"),
    ("find-pdf", "mdfind 'kMDItemContentType == \"com.adobe.pdf\"'",
     ["find all PDF [files|documents] with Spotlight"], "Finds all PDF documents with Spotlight"),
    ("find-live", "mdfind -live {word}", ["search Spotlight for {word} and keep [updating|the "
                                          "number of results up to date]"],
     "Searches for {word} and keeps the count of results up to date"),
    ("meta", "mdls {file}", ["[show|print|list] the Spotlight metadata of {file}"],
     "Prints the metadata of {file}"),
    ("meta-one", "mdls -name kMDItemContentType {file}", ["[show|print] the content type in the "
                                                          "metadata of {file}"],
     "Prints the content type of {file}"),
    ("meta-date", "mdls -name kMDItemLastUsedDate {file}", ["[show|print] when {file} was last "
                                                            "[opened|used][ according to "
                                                            "Spotlight|]"],
     "Prints when {file} was last used"),
    ("index-status", "mdutil -s /", ["show whether Spotlight indexes the [system|startup] disk"],
     "Shows whether Spotlight indexes the startup disk"),
    ("index-off", "sudo mdutil -i off /", ["[turn off|disable|switch off] Spotlight indexing"],
     "Turns the index of Spotlight off"),
    ("index-on", "sudo mdutil -i on /", ["[turn on|enable|switch on] Spotlight indexing"],
     "Turns the index of Spotlight on"),
    ("index-again", "sudo mdutil -E /", ["rebuild the Spotlight index"],
     "Deletes the index of Spotlight and builds it again"),
)  # fmt: skip
