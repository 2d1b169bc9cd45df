"""Masking: secrets go, ordinary text stays, and a script stays a script."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx.corpora.cleaning.masking import mask, mask_document
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.shell.syntax import find_bash, is_valid_bash

# Put together here, so that no scanner takes this file for a leak.
HEX = "0123456789abcdef"
SECRETS = {
    "tokens": [
        "gh" + "p_" + "A1b2C3d4E5f6" * 3,
        "github" + "_pat_" + "A1b2C3d4E5f6" * 4,
        "gl" + "pat-" + "A1b2C3d4E5f6G7h8I9j0",
        "AK" + "IA" + "Q3EGXZ7M4TNP6WBC",
        "AI" + "za" + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r",
        "xox" + "b-" + "123456789012-abcdefABCDEF",
        "sk" + "_live_" + "A1b2C3d4E5f6G7h8I9j0K1l2",
        "sk" + "-ant-" + "A1b2C3d4E5f6" * 4,
        "h" + "f_" + "AbCdEfGhIj" * 3 + "KlMn",
        "np" + "m_" + "A1b2C3d4E5f6" * 3,
        "ey" + "JhbGciOiJIUzI1NiJ9" + ".ey" + "JzdWIiOiIxMjM0NSJ9" + ".SflKxwRJSMeKKF2QT4",
        "123456789" + ":AA" + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q",
    ],
    "passwords": [
        "curl https://bob:hunter22@host.lan/x",
        "export DB_PASSWORD='s3cr3tValue'",
        "API_KEY=9f8e7d6c5b4a",
        'mysql --password="Tr0ub4dor"',
        "login --password Tr0ub4dor",
    ],
    "e-mail addresses": ["mail jane.doe@corp.net", "git config user.email 'j@d.io'"],
    "public IP addresses": ["ssh 93.184.216.34", "ping 2606:2800:220:1::25c8", "nc 52.1.2.3:80"],
}
CASES = [(kind, text) for kind, texts in SECRETS.items() for text in texts]
ORDINARY = [
    "ssh git@github.com",
    "systemctl start getty@tty1.service",
    'for x in "${list[@]}.txt"; do :; done',
    "ping 8.8.8.8",
    "ping 127.0.0.1 10.1.2.3 192.168.1.1 192.0.2.7 224.0.0.1",
    "wget app-1.2.3.4.tar.gz v1.2.3.4",
    "mail user@example.com",
    "PASSWORD=$1",
    'export TOKEN="$(cat /run/token)"',
    "PASSWORD=${DB_PASSWORD:-}",
    "curl https://$USER:$PASSWORD@host/",
    "token_file=/etc/app/token1",
    "TOKEN=changeme1",
    "date +12:34:56",
    "ip link set address 02:42:ac:11:00:02 dev eth0",
    "git show 0123456789abcdef0123456789abcdef01234567",
    "--token --verbose1",
    "echo password: ask the administrator",
]


def masked(text: str) -> tuple[str, Counter]:
    counts: Counter = Counter()
    return mask(text, counts), counts


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_secret_is_replaced_and_counted(kind, text):
    found, counts = masked(f"#!/bin/bash\n{text}\n")
    assert counts == {kind: 1}
    assert text not in found


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_stays(text):
    assert masked(text) == (text, {})


@pytest.mark.skipif(find_bash() is None, reason="bash is not installed")
def test_a_masked_script_still_parses():
    script = "".join(f"{text}\nX={text.split()[-1]}\n" for _, text in CASES)
    assert is_valid_bash(script)
    found, counts = masked(script)
    assert sum(counts.values()) > len(CASES)
    assert is_valid_bash(found)


@pytest.mark.parametrize("end", ["\n", "\\n", "\r\n"])
def test_the_body_of_a_private_key_goes_and_its_frame_stays(end):
    begin, close = "-----BEGIN RSA PRIVATE " + "KEY-----", "-----END RSA PRIVATE KEY-----"
    key = end.join([begin, "MIIEpAIBAAKCAQEA" * 4, "b" * 64, close])
    found, counts = masked(f"cat > id <<E\n{key}\nE\n")
    assert found == f"cat > id <<E\n{begin}{end}MASKED_PRIVATE_KEY{end}{close}\nE\n"
    assert counts == {"private keys": 1}


def test_a_key_that_a_script_fills_in_stays():
    text = 'echo "-----BEGIN PRIVATE ' + 'KEY-----\n$BODY\n-----END PRIVATE KEY-----"'
    assert masked(text) == (text, {})


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_masking_twice_changes_nothing_more(kind, text):
    once, _ = masked(text)
    assert masked(once) == (once, {})


def test_prompt_and_answer_get_the_same_placeholder():
    pair = Document(prompt="ping 93.184.216.34", completion="ping 93.184.216.34", kind="command")
    document, counts = mask_document(pair)
    assert document.parts == ("ping 192.0.2.1", "ping 192.0.2.1")
    assert counts == {"public IP addresses": 2}


@given(st.text(alphabet="ab1=:@./-\"'$ \n", max_size=60))
def test_text_without_a_finding_is_byte_exact(text):
    found, counts = masked(text)
    assert counts or found == text
