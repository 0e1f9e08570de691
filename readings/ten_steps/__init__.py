"""The method as a paper: each step of the OECD/JRC Handbook, our choice, its reason, what it changes here.

`text`: choices and reasons, from `text.md`. `numbers`: the measures of a step, by name. `described`,
`analysed`, `doubted`: what they say, a list of sentences a step, the first one short enough for a title.
`told`: a step whole. `references`, `citation`: what is cited, and how to cite what is shown.
"""
