"""What pipelines do with items: arithmetic, other letters, joining, numbering, saving."""

from bashcoder_mlx.corpora.synthetic.tasks.text_stages import Stage, busy, figures, ranked


def stages() -> list[Stage]:
    """Those that calculate and that change items."""
    return [*_arithmetic(), *_letters(), *_joins(), *_saves()]


def _arithmetic() -> list[Stage]:
    total = "awk '{s += $1} END {print s}'"
    return [
        Stage(
            "largest", "sort -rn | head -n {count}",
            ["[show|print|list|find] the {count} [largest|highest|biggest] <things> <where>",
             "sort the <things> <where> numerically and show the {count} [largest|highest]"],
            "sorts them as numbers and shows the {count} largest",
            lambda x, s: sorted(x, key=int, reverse=True)[: s.count],
            ["[what|which] are the {count} [largest|highest] <things> <where>?",
             "{count} largest <things> <where>"], values=figures, numeric=True,
        ),
        Stage(
            "smallest", "sort -n | head -n {count}",
            ["[show|print|list|find] the {count} [smallest|lowest] <things> <where>",
             "sort the <things> <where> numerically and show the {count} [smallest|lowest]"],
            "sorts them as numbers and shows the {count} smallest",
            lambda x, s: sorted(x, key=int)[: s.count],
            ["[what|which] are the {count} [smallest|lowest] <things> <where>?",
             "{count} lowest <things> <where>"], values=figures, numeric=True,
        ),
        Stage(
            "maximum", "sort -n | tail -n 1",
            ["[show|print|find|get] the [largest|highest|biggest|maximum] <thing> <where>"],
            "sorts them as numbers and shows the last", lambda x, s: [max(x, key=int)],
            ["[what is|which is] the [largest|highest|maximum] <thing> <where>?",
             "[largest|maximum] <thing> <where>"], values=figures, numeric=True,
        ),
        Stage(
            "minimum", "sort -n | head -n 1",
            ["[show|print|find|get] the [smallest|lowest|minimum] <thing> <where>"],
            "sorts them as numbers and shows the first", lambda x, s: [min(x, key=int)],
            ["[what is|which is] the [smallest|lowest|minimum] <thing> <where>?",
             "[smallest|minimum] <thing> <where>"], values=figures, numeric=True,
        ),
        Stage(
            "total", total,
            ["[add up|sum|sum up|total] the <things> <where>",
             "[compute|calculate|print|find] the [sum|total] of the <things> <where>"],
            "adds them up (awk)", lambda x, s: f"{sum(map(int, x))}\n",
            ["[what is|how much is] the [sum|total] of the <things> <where>?",
             "[sum|total] of the <things> <where>"], values=figures, numeric=True,
        ),
        Stage(
            "mean", "awk '{s += $1} END {print s / NR}'",
            ["[compute|calculate|print|find] the [average|mean] of the <things> <where>",
             "average the <things> <where>"],
            "computes their average (awk)", lambda x, s: f"{sum(map(int, x)) / len(x):.6g}\n",
            ["what is the [average|mean] of the <things> <where>?",
             "[average|mean] of the <things> <where>"], values=figures, numeric=True,
        ),
        Stage(
            "median", "sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'",
            ["[compute|find|print|calculate] the [|lower ]median of the <things> <where>"],
            "sorts them as numbers and prints the one in the middle",
            lambda x, s: [sorted(x, key=int)[(len(x) - 1) // 2]],
            ["what is the median of the <things> <where>?", "median of the <things> <where>"],
            values=figures, numeric=True,
        ),
        Stage(
            "over", "awk '$1 > {amount} {c++} END {print c + 0}'",
            ["count the <things> <where> [above|over|greater than|larger than] {amount}",
             "[print|show] how many <things> <where> are [greater|larger] than {amount}"],
            "counts those above {amount}",
            lambda x, s: f"{sum(int(i) > s.amount for i in x)}\n",
            ["how many <things> <where> are [greater than|above|over] {amount}?"],
            values=lambda s: [str(s.amount + k) for k in (-1, 4, 0, 1, 50, -3)] + ["9999"],
            numeric=True,
        ),
    ]  # fmt: skip


def _letters() -> list[Stage]:
    upper = "tr '[:lower:]' '[:upper:]'"
    lower = "tr '[:upper:]' '[:lower:]'"
    return [
        Stage(
            "upper", upper,
            ["[print|show|list] the <things> <where> in [upper case|uppercase|capital letters]",
             "[convert|change] the <things> <where> to [upper case|uppercase]"],
            "turns them into upper case", lambda x, s: [i.upper() for i in x],
            ["<things> <where>, in capitals"], single=True,
        ),
        Stage(
            "lower", lower,
            ["[print|show|list] the <things> <where> in [lower case|lowercase|small letters]",
             "[convert|change] the <things> <where> to [lower case|lowercase]"],
            "turns them into lower case", lambda x, s: [i.lower() for i in x],
            ["<things> <where>, in lower case"], single=True,
        ),
        Stage(
            "lower-distinct", f"{lower} | sort -u",
            ["[list|show|print] the [different|distinct|unique] <things> <where>, ignoring case, "
             "in [lower case|lowercase]",
             "[convert|change] the <things> <where> to [lower case|lowercase], then sort them and "
             "drop duplicates"],
            "turns them into lower case, sorts them and drops duplicates",
            lambda x, s: sorted({i.lower() for i in x}), common=True,
        ),
        Stage(
            "lower-count", f"{lower} | sort -u | wc -l",
            ["count the [different|distinct|unique] <things> <where>, ignoring case",
             "[show|print] how many different <things> there are <where>, [ignoring case|treating "
             "upper and lower case as the same]"],
            "drops duplicates without regard to case and counts what is left",
            lambda x, s: f"{len({i.lower() for i in x})}\n",
            ["how many different <things> are there <where>, ignoring case?"],
        ),
        Stage(
            "upper-sorted", f"{upper} | sort",
            ["[print|list] the <things> <where> in [upper case|capitals], sorted",
             "[convert|change] the <things> <where> to upper case and sort them"],
            "turns them into upper case and sorts them",
            lambda x, s: sorted(i.upper() for i in x),
        ),
        Stage(
            "lower-top", f"{lower} | sort | uniq -c | sort -rn | head -n {{count}}",
            ["[show|list|find] the {count} most [frequent|common] <things> <where>, ignoring case",
             "[show|list] the top {count} <things> <where>, without regard to case"],
            "turns them into lower case, counts equal ones and shows the {count} most frequent",
            lambda x, s: ranked([i.lower() for i in x])[: s.count],
            values=lambda s: [i.upper() if k % 2 else i for k, i in enumerate(busy(s))],
        ),
        Stage(
            "replaced", "sed 's/{word2}/{word3}/g'",
            ["[print|show] the <things> <where> with {word2} replaced by {word3}",
             "[print|list] the <things> <where>, [replacing|changing] {word2} [to|with] {word3}"],
            "replaces {word2} by {word3}", lambda x, s: [i.replace(s.word2, s.word3) for i in x],
            values=lambda s: [s.word2, "gecko", f"a{s.word2}{s.word2}", s.word2.swapcase()],
            single=True,
        ),
        Stage(
            "prefixed", "sed 's/^/{word2}-/'",
            ["[print|list] the <things> <where> with {word2.raw}- in front of each",
             "[put|add] {word2.raw}- [before|in front of] each of the <things> <where>"],
            "puts {word2.raw}- in front of each", lambda x, s: [f"{s.word2}-{i}" for i in x],
            single=True,
        ),
        Stage(
            "quoted", "sed 's/.*/\"&\"/'",
            ["[print|list] the <things> <where> in double quotes",
             "[put|wrap] each of the <things> <where> in double quotes"],
            "puts each in double quotes", lambda x, s: [f'"{i}"' for i in x], single=True,
        ),
        Stage(
            "numbered", "cat -n",
            ["number [each of the|all the] <things> <where>",
             "[print|list|show] the <things> <where>, [numbered|each with a number]"],
            "numbers them", lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(x, 1)],
            ["numbered list of the <things> <where>"], single=True,
        ),
        Stage(
            "sorted-numbered", "sort | cat -n",
            ["sort and number the <things> <where>",
             "[print|list|show] the <things> <where>, sorted and numbered"],
            "sorts and numbers them",
            lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(sorted(x), 1)],
        ),
        Stage(
            "distinct-numbered", "sort -u | cat -n",
            ["[print|list|show] the [different|distinct] <things> <where>, [numbered|each with a "
             "number]", "make a numbered list of the [distinct|unique] <things> <where>"],
            "sorts them, drops duplicates and numbers the rest",
            lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(sorted(set(x)), 1)],
        ),
    ]  # fmt: skip


def _joins() -> list[Stage]:
    return [
        Stage(
            "commas", "paste -sd, -",
            ["[join|combine] the <things> <where> [with commas|into one comma-separated line]",
             "[print|list] the <things> <where> on one line, separated by commas"],
            "joins them with commas (paste)", lambda x, s: [",".join(x)],
            ["<things> <where> on one line, separated by commas"], common=True, single=True,
        ),
        Stage(
            "blanks", "paste -sd' ' -",
            ["[join|combine] the <things> <where> into one line[, separated by|, with] spaces",
             "[print|list] the <things> <where> on one line, separated by spaces"],
            "joins them with spaces (paste)", lambda x, s: [" ".join(x)], single=True,
        ),
        Stage(
            "sorted-commas", "sort | paste -sd, -",
            ["sort the <things> <where> and join them with commas",
             "[print|list] the <things> <where>, sorted, on one line separated by commas"],
            "sorts them and joins them with commas", lambda x, s: [",".join(sorted(x))],
        ),
        Stage(
            "distinct-commas", "sort -u | paste -sd, -",
            ["[join|combine] the [different|distinct|unique] <things> <where> with commas",
             "[print|list] the [different|distinct|unique] <things> <where> on one line, separated "
             "by commas"],
            "sorts them, drops duplicates and joins the rest with commas",
            lambda x, s: [",".join(sorted(set(x)))],
            ["comma-separated list of the distinct <things> <where>"], common=True,
        ),
        Stage(
            "plus", "paste -sd+ - | bc",
            ["[add up|sum] the <things> <where> with bc",
             "[compute|calculate] the sum of the <things> <where> [using|with] bc"],
            "joins them with plus signs and lets bc add them up",
            lambda x, s: f"{sum(map(int, x))}\n", values=figures, numeric=True,
        ),
        Stage(
            "pairs", "paste - -",
            ["[print|list|show] the <things> <where> two per line",
             "[arrange|put] the <things> <where> in two columns, [two|2] on each line"],
            "puts two on each line (paste)",
            lambda x, s: ["\t".join((x + [""])[i : i + 2]) for i in range(0, len(x), 2)],
        ),
    ]  # fmt: skip


def _saves() -> list[Stage]:
    return [
        Stage(
            "save", "> {txt3}",
            ["[save|write|store] the <things> <where> [to|in] {txt3}",
             "[extract|copy] the <things> <where> [to|into] {txt3}"],
            "writes them to {txt3}", lambda x, s: x, into="txt3", common=True, single=True,
        ),
        Stage(
            "save-sorted", "sort > {txt3}",
            ["sort the <things> <where> and [save|write|store] them [to|in] {txt3}",
             "[save|write] the <things> <where>, sorted, [to|in] {txt3}"],
            "sorts them and writes them to {txt3}", lambda x, s: sorted(x), into="txt3",
            common=True,
        ),
        Stage(
            "save-distinct", "sort -u > {txt3}",
            ["[save|write|store] the [distinct|different|unique] <things> <where> [to|in] {txt3}",
             "[extract|copy] the <things> <where> without duplicates [to|into] {txt3}"],
            "sorts them, drops duplicates and writes the rest to {txt3}",
            lambda x, s: sorted(set(x)), into="txt3", common=True,
        ),
        Stage(
            "save-rank", "sort | uniq -c | sort -rn > {txt3}",
            ["count each <thing> <where>, sort by [count|frequency], highest first, and save the "
             "result [to|in] {txt3}",
             "[save|write] the <things> <where> with their counts, most frequent first, [to|in] "
             "{txt3}"],
            "counts equal ones, sorts by the count, highest first, and writes the list to {txt3}",
            lambda x, s: ranked(x), values=busy, into="txt3",
        ),
        Stage(
            "tee-sorted", "sort | tee {txt3}",
            ["sort the <things> <where>, [show|print] them and also save them [to|in] {txt3}",
             "[print|show] the <things> <where>, sorted, and write them to {txt3} [too|as well]"],
            "sorts them, prints them and writes them to {txt3} (tee)",
            lambda x, s: sorted(x), into="txt3+",
        ),
    ]  # fmt: skip
