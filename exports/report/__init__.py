"""The report of a region on paper: what the page says (`indicators.portrait.report`), laid out by typst."""
