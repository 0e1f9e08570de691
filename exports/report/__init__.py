"""The report of a region on paper: what the page says (`readings.territory.report`), laid out by typst."""
