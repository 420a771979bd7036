"""`counterclaim explain`: why an article was read as it was, sentence by sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.cli.options import REFUSED, Model, Rules, complain, usage_errors, wrong_usage
from counterclaim.cli.output import sink


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="One file, https address, or - for standard input.")],
    at: Annotated[
        int | None, typer.Option(min=0, metavar="OFFSET", help="Only the sentence at this character of the text.")
    ] = None,
    model: Model = None,
    rules: Rules = None,
) -> None:
    """Show each sentence, the facts of the parse, the rules that fired, or why a number was passed over."""
    from counterclaim import explaining
    from counterclaim.reading import Refusal, read_sources
    from counterclaim.views import explanation

    with usage_errors():
        for article in read_sources([file]):
            if isinstance(article, Refusal):
                complain(str(article))
                raise typer.Exit(REFUSED)
            explained = explaining.explain(article, rules_dirs=tuple(rules or ()), model=model)
            if at is not None and at >= len(article.text):
                wrong_usage(f"--at {at}: the text has {len(article.text)} characters, counted from 0")
            with sink(None) as out:
                out.write(explanation.render(explained, at=at).encode("utf-8"))
