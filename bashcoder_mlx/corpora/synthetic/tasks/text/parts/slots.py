"""The slots of the composed families of text: those that the tables about text have."""

from collections.abc import Mapping

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.tasks.shared import text

LOCAL: Mapping[str, Slot] = {
    "column": text.column_of_awk,
    "count": text.count_and_next,
    "range": text.line_range,
    "ext": text.extension_of_text,
    "period": text.two_dates,
    "pair": text.some_columns,
    "span": text.column_span,
    "inner": text.inner_column,
    "line": text.line_number,
    "amount": text.round_amount,
    "key": text.field_name,
    "measure": text.measure_name,
    "code": text.status_code,
    "passwd": text.passwd_file,
    "env": text.env_file,
    "chars": text.place_in_line,
    "few": text.few_characters,
    "level": text.log_level,
    "letter": text.one_letter,
    "mark": text.bullet,
}
"""By name."""
