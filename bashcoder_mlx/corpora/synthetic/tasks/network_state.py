"""The state of the network: reachability, names, addresses, routes, connections, ports."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|list|print|display]"
_CARD = {"card": one_of("eth0", "eth1", "wlan0", "enp3s0", "ens18", "wlp2s0", "en0", "en1")}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _anywhere()
    yield from _by_system()
    yield from _linux()


def _anywhere() -> Iterator[Task]:
    for name, run, say, ask, explained in (
        ("ping", "ping -c {count} {host}", ["ping {host} {count} times", "send {count} pings to "
                                            "{host}"], ["ping {host} {count} times"],
         "Sends {count} pings to {host}"),
        ("ping-ip", "ping -c {count} {ip}", ["ping [the address|] {ip} {count} times",
                                             "send {count} pings to {ip}"], [],
         "Sends {count} pings to {ip}"),
        ("ping-default", "ping -c 4 {domain}", ["[check|test|see] [if|whether] {domain} [is "
                                                "reachable|answers|can be reached]",
                                                "ping {domain}[ a few times|]"],
         ["is {domain} reachable?"], "Sends four pings to {domain}"),
        ("ping-interval", "ping -i {seconds} {host}", ["ping {host} every {seconds} seconds"], [],
         "Pings {host} every {seconds} seconds until stopped"),
        ("ping-size", "ping -c 4 -s {line} {host}", ["ping {host} four times with {line} bytes of "
                                                     "data"], [],
         "Sends four pings of {line} bytes to {host}"),
        ("ping-quiet", "ping -c {count} -q {host}", ["ping {host} {count} times and show only the "
                                                     "summary"], [],
         "Sends {count} pings to {host} and prints only the summary"),
        ("dig", "dig +short {domain}", ["[look up|find|resolve|show] the [IP|IP address|address] "
                                        "of {domain}", "resolve [the name|] {domain}"],
         ["what is the IP [address|] of {domain}?", "ip of {domain}"],
         "Prints the addresses of {domain}"),
        ("dig-full", "dig {domain}", ["[show|print] the [full|whole|complete] DNS answer for "
                                      "{domain}", "query DNS for {domain} [in detail|with all "
                                      "details]"], [],
         "Asks the name service for {domain} and prints the whole answer"),
        ("dig-mx", "dig +short {domain} MX", ["[look up|find|show] the [mail servers|MX records] "
                                              "of {domain}"],
         ["[what|which] are the mail servers of {domain}?"], "Lists the mail servers of {domain}"),
        ("dig-txt", "dig +short {domain} TXT", ["[look up|show|print] the TXT records of "
                                                "{domain}"], [],
         "Lists the TXT records of {domain}"),
        ("dig-ns", "dig +short {domain} NS", ["[look up|find|show] the [name servers|NS records] "
                                              "of {domain}"],
         ["which name servers does {domain} have?"], "Lists the name servers of {domain}"),
        ("dig-aaaa", "dig +short {domain} AAAA", ["[look up|find|show] the IPv6 address of "
                                                  "{domain}"], ["ipv6 address of {domain}"],
         "Prints the IPv6 addresses of {domain}"),
        ("dig-reverse", "dig +short -x {ip}", ["[look up|find|show] the [name|host name] [of|for|"
                                               "behind] [the address|] {ip}",
                                               "do a reverse [DNS|] lookup of {ip}"],
         ["[what is|which host has] the name of {ip}?", "reverse dns of {ip}"],
         "Prints the name that belongs to the address {ip}"),
        ("dig-server", "dig @{ip} +short {domain}", ["[look up|resolve] {domain} [with|using|at] "
                                                     "the [DNS server|name server] {ip}"], [],
         "Asks the name server {ip} for the addresses of {domain}"),
        ("dig-trace", "dig +trace {domain}", ["trace the DNS [resolution|lookup] of {domain} from "
                                              "the root"], [],
         "Follows the resolution of {domain} from the root servers on"),
        ("host", "host {domain}", ["[look up|resolve] {domain} with host"], ["host {domain}"],
         "Looks {domain} up in the name service"),
        ("nslookup", "nslookup {domain}", ["[look up|resolve] {domain} with nslookup"],
         ["nslookup {domain}"], "Looks {domain} up in the name service"),
        ("whois", "whois {domain}", ["[show|find out|look up] [who owns|the owner of|the "
                                     "registration of] the domain {domain}"],
         ["who owns the domain {domain}?", "whois {domain}"], "Shows who registered {domain}"),
        ("traceroute", "traceroute {domain}", ["[trace|show] the [route|path|hops] to {domain}"],
         ["route to {domain}"], "Shows the stations on the way to {domain}"),
        ("traceroute-numbers", "traceroute -n {host}", ["trace the route to {host} without "
                                                        "resolving names"], [],
         "Shows the stations on the way to {host} by their addresses"),
        ("mtr", "mtr -r -c {count} {domain}", ["[make|print] an mtr report of {count} cycles for "
                                               "{domain}", "measure losses on the route to "
                                               "{domain} over {count} cycles"], [],
         "Reports losses and delays on the way to {domain} over {count} cycles"),
        ("port", "nc -zv {host} {port}", ["[check|test|see] [if|whether] port {port} [of|on] "
                                          "{host} is [open|reachable]"],
         ["is port {port} open on {host}?", "test port {port} of {host}"],
         "Checks whether port {port} of {host} is open"),
        ("port-timeout", "nc -zv -w {seconds} {host} {port}", ["check whether port {port} of "
                                                               "{host} is open and give up after "
                                                               "{seconds} seconds"], [],
         "Checks whether port {port} of {host} is open, for {seconds} seconds at most"),
        ("listen", "nc -l {port}", ["listen on port {port} [with netcat|with nc|and print what "
                                    "arrives]"], ["netcat listen on {port}"],
         "Waits on port {port} and prints what arrives"),
        ("connect", "nc {host} {port}", ["[open a raw|open a|make a] [TCP|] connection to {host} "
                                         "[on|at] port {port} [with netcat|with nc|]",
                                         "connect to port {port} of {host} with netcat"], [],
         "Connects to port {port} of {host}"),
        ("tls", "openssl s_client -connect {domain}:443", ["[show|inspect] the TLS [connection to|"
                                                           "certificate chain of] {domain}"], [],
         "Connects to {domain} with TLS and shows its certificates"),
        ("nmap", "nmap {host}", ["scan the [open|] ports of {host}[ with nmap|]",
                                 f"{_SHOW} [the|] open ports of {{host}}"],
         ["which ports [of|on] {host} are open?"], "Scans the ports of {host}"),
        ("nmap-port", "nmap -p {port} {host}", ["scan [only|] port {port} of {host}[ with nmap|]"],
         [], "Scans port {port} of {host}"),
        ("nmap-net", "nmap -sn {ip}/24", ["[find|list|scan for] [all|the|] [hosts|devices] in the "
                                          "network {ip}/24", "ping scan [the network|] {ip}/24"],
         [], "Lists the machines that answer in the network {ip}/24"),
        ("nmap-versions", "nmap -sV {host}", ["scan {host} [for|and show] the [versions of its|"
                                              "service versions|versions of the] services"], [],
         "Scans {host} and finds out which versions its services have"),
        ("arp", "arp -a", [f"{_SHOW} the [ARP table|ARP cache]", f"{_SHOW} the [devices|machines] "
                           "that this one has seen in the local network"], ["arp table"],
         "Lists the known machines of the local network"),
        ("dump", "sudo tcpdump -i {card} port {port}", ["[capture|show|watch] [the traffic|"
                                                        "packets] on port {port} of {card}"], [],
         "Shows the packets of port {port} on {card}"),
        ("dump-host", "sudo tcpdump -n host {ip}", ["[capture|show|watch] [the traffic|packets] "
                                                    "[to and from|of] {ip}"], [],
         "Shows the packets to and from {ip}"),
        ("dump-file", "sudo tcpdump -w {stem}.pcap", ["[capture|record|save] [all|] [network "
                                                      "traffic|packets] [in|to] {stem}.pcap"], [],
         "Records the packets of the network in {stem}.pcap"),
        ("dump-count", "sudo tcpdump -c {count}", ["[capture|show] {count} packets[ and stop|]"],
         [], "Shows {count} packets and stops"),
    ):  # fmt: skip
        yield recorded(f"network_state.{name}", run, say, explained, ask, slots=_CARD)


def _by_system() -> Iterator[Task]:
    for name, linux, macos, say, ask, explained in (
        ("addresses", "ip addr", "ifconfig", [f"{_SHOW} [the|all|] network interfaces [and|with] "
                                              "their addresses", f"{_SHOW} the [network|IP] "
                                              "configuration"],
         ["what are the addresses of this machine?", "network interfaces and addresses"],
         "Shows the network interfaces with their addresses"),
        ("own-ip", "hostname -I", "ipconfig getifaddr en0",
         [f"{_SHOW} [my|the] [local|private] IP [address|] [of this machine|]",
          f"{_SHOW} only the IP address of this machine"],
         ["what is my [local ip|local IP address|IP address in this network]?", "my local ip"],
         "Prints the local address of this machine"),
        ("interfaces", "ip link", "ifconfig -l", [f"{_SHOW} the [names of the|] network interfaces"
                                                  "[, without addresses|]"],
         ["[which|what] network interfaces are there?"], "Lists the network interfaces"),
        ("routes", "ip route", "netstat -rn", [f"{_SHOW} the [routing table|routes]"],
         ["[what is|where is] the default [gateway|route]?", "routing table"],
         "Shows the routing table"),
        ("listening", "ss -tlnp", "lsof -nP -iTCP -sTCP:LISTEN",
         [f"{_SHOW} [the|all|] [listening ports|open TCP ports|listening TCP sockets][ with their "
          "processes|]", f"{_SHOW} which programs listen on [which|TCP] ports"],
         ["[which|what] ports are open [here|on this machine]?", "listening ports"],
         "Lists the TCP ports that programs listen on"),
        ("listening-udp", "ss -ulnp", "lsof -nP -iUDP",
         [f"{_SHOW} [the|all|] open UDP ports[ with their processes|]"],
         ["which UDP ports are open?"], "Lists the UDP ports in use"),
        ("connections", "ss -tan", "netstat -an -p tcp", [f"{_SHOW} [the|all|] TCP connections"],
         ["[which|what] TCP connections are there?"], "Lists the TCP connections"),
        ("statistics", "ss -s", "netstat -s", [f"{_SHOW} [a summary|statistics] of [all|the] "
                                               "[network|] [connections|sockets]"], [],
         "Sums up the connections"),
        ("flush", "sudo resolvectl flush-caches",
         "sudo dscacheutil -flushcache && sudo killall -HUP mDNSResponder",
         ["[flush|clear|empty] the DNS cache"], ["flush dns"], "Empties the cache of names"),
        ("up", "sudo ip link set {card} up", "sudo ifconfig {card} up",
         ["[enable|turn on|bring up] the [network|] interface {card}"], [],
         "Turns the network interface {card} on"),
        ("down", "sudo ip link set {card} down", "sudo ifconfig {card} down",
         ["[disable|turn off|bring down|shut down] the [network|] interface {card}"], [],
         "Turns the network interface {card} off"),
        ("one", "ip addr show {card}", "ifconfig {card}",
         [f"{_SHOW} the [address|configuration|addresses] of [the interface|] {{card}}"],
         ["which address does {card} have?"], "Shows the addresses of {card}"),
        ("wifi", "nmcli device wifi list", None,
         [f"{_SHOW} the [wifi networks|wireless networks] [in range|nearby|]"],
         ["[which|what] wifi networks are there?"], "Lists the wireless networks in range"),
        ("counters", "ip -s link", "netstat -i", [f"{_SHOW} [the|] traffic counters of the network "
                                                  "interfaces", f"{_SHOW} how much each interface "
                                                  "has sent and received"], [],
         "Shows how much every interface has sent and received"),
    ):  # fmt: skip
        run = {"linux": linux} if macos is None else {"linux": linux, "macos": macos}
        yield recorded(f"network_state.{name}", run, say, explained, ask, slots=_CARD)


def _linux() -> Iterator[Task]:
    for name, run, say, explained in (
        ("brief", "ip -br addr", [f"{_SHOW} [the|] network interfaces and addresses [briefly|in "
                                  "short form|one per line]"],
         "Lists the interfaces with their addresses, one line each"),
        ("four", "ip -4 addr", [f"{_SHOW} only [the|] IPv4 addresses"],
         "Shows the IPv4 addresses"),
        ("six", "ip -6 addr", [f"{_SHOW} only [the|] IPv6 addresses"],
         "Shows the IPv6 addresses"),
        ("add", "sudo ip addr add {ip}/24 dev {card}", ["[add|assign|give] the address {ip}/24 to "
                                                        "[the interface|] {card}"],
         "Gives {card} the address {ip}/24"),
        ("delete", "sudo ip addr del {ip}/24 dev {card}", ["[remove|delete] the address {ip}/24 "
                                                           "from [the interface|] {card}"],
         "Takes the address {ip}/24 from {card}"),
        ("route-get", "ip route get {ip}", [f"{_SHOW} [which|what] [route|interface] is used to "
                                            "reach {ip}", "find the route to {ip}"],
         "Shows by which route {ip} is reached"),
        ("route-add", "sudo ip route add {ip}/24 via {ip2}", ["add a route to {ip}/24 [via|through] "
                                                              "[the gateway|] {ip2}"],
         "Sends what is for {ip}/24 by way of {ip2}"),
        ("route-default", "sudo ip route add default via {ip}", ["[set|make] {ip} [as|] the default "
                                                                 "gateway"],
         "Makes {ip} the default gateway"),
        ("neighbours", "ip neigh", [f"{_SHOW} the neighbours [in|of] the local network with "
                                    "[their|] MAC addresses[ using ip|]"],
         "Lists the known neighbours with their hardware addresses"),
        ("mtu", "sudo ip link set {card} mtu {port}", ["set the MTU of {card} to {port}"],
         "Sets the greatest packet size of {card} to {port}"),
        ("established", "ss -tn", [f"{_SHOW} the established TCP connections[ without names|]"],
         "Lists the established TCP connections"),
        ("all-ports", "ss -tulnp", [f"{_SHOW} [all|the] listening ports, TCP and UDP[, with their "
                                    "processes|]"],
         "Lists the TCP and UDP ports that programs listen on"),
        ("netstat", "netstat -tulnp", [f"{_SHOW} [the|all|] listening ports with netstat"],
         "Lists the TCP and UDP ports that programs listen on"),
        ("grep-port", "ss -tlnp | grep :{port}", ["[check|see] [what|which process] listens on "
                                                  "port {port} with ss"],
         "Shows which process listens on port {port}"),
        ("unix", "ss -x", [f"{_SHOW} the Unix [domain|] sockets"], "Lists the Unix sockets"),
        ("wifi-connections", "nmcli connection show", [f"{_SHOW} the [saved|known] network "
                                                       "connections[ of NetworkManager|]"],
         "Lists the connections that NetworkManager knows"),
        ("devices", "nmcli device status", [f"{_SHOW} the [state|status] of the network devices["
                                            " in NetworkManager|]"],
         "Shows the state of the network devices"),
        ("nmcli-up", "nmcli connection up {stem}", ["[activate|bring up] the [network|] connection "
                                                    "{stem}[ with nmcli|]"],
         "Brings the connection {stem} up"),
        ("nmcli-down", "nmcli connection down {stem}", ["[deactivate|bring down] the [network|] "
                                                        "connection {stem}[ with nmcli|]"],
         "Brings the connection {stem} down"),
        ("ufw", "sudo ufw status", [f"{_SHOW} the [state|status|rules] of the firewall"],
         "Shows the state of the firewall"),
        ("ufw-numbered", "sudo ufw status numbered", [f"{_SHOW} the firewall rules with numbers"],
         "Lists the rules of the firewall with their numbers"),
        ("ufw-allow", "sudo ufw allow {port}", ["[open|allow] port {port} in the firewall",
                                                "let the firewall accept port {port}"],
         "Opens port {port} in the firewall"),
        ("ufw-allow-tcp", "sudo ufw allow {port}/tcp", ["[open|allow] TCP port {port} in the "
                                                        "firewall"],
         "Opens TCP port {port} in the firewall"),
        ("ufw-deny", "sudo ufw deny {port}", ["[block|close] port {port} in the firewall"],
         "Closes port {port} in the firewall"),
        ("ufw-from", "sudo ufw allow from {ip}", ["let the firewall accept everything from {ip}",
                                                  "allow [all|] traffic from {ip}"],
         "Lets everything from {ip} through the firewall"),
        ("ufw-block", "sudo ufw deny from {ip}", ["block [the address|all traffic from|] {ip} in "
                                                  "the firewall"],
         "Lets nothing from {ip} through the firewall"),
        ("ufw-delete", "sudo ufw delete allow {port}", ["[delete|remove] the firewall rule that "
                                                        "allows port {port}"],
         "Removes the rule that opens port {port}"),
        ("ufw-on", "sudo ufw enable", ["[turn on|enable|switch on] the firewall"],
         "Turns the firewall on"),
        ("ufw-off", "sudo ufw disable", ["[turn off|disable|switch off] the firewall"],
         "Turns the firewall off"),
        ("iptables", "sudo iptables -L -n -v", [f"{_SHOW} [the|all|] iptables rules with "
                                                "counters"],
         "Lists the rules of the packet filter with their counters"),
        ("iptables-block", "sudo iptables -A INPUT -s {ip} -j DROP",
         ["[drop|block] [all|] packets from {ip} with iptables"],
         "Drops all packets from {ip}"),
        ("iptables-allow", "sudo iptables -A INPUT -p tcp --dport {port} -j ACCEPT",
         ["accept TCP connections to port {port} with iptables"],
         "Accepts TCP connections to port {port}"),
        ("iptables-delete", "sudo iptables -D INPUT {column.raw}",
         ["delete rule {column.raw} of the INPUT chain[ with iptables|]"],
         "Deletes rule {column.raw} of the chain INPUT"),
    ):  # fmt: skip
        calls = [run.split(" | ")[0]]
        yield recorded(
            f"network_state.{name}", {"linux": run}, say, explained, (), calls, slots=_CARD,
            after="true" if "|" in run else "",
        )  # fmt: skip
