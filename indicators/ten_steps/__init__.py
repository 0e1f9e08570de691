"""The index by the ten steps of the OECD/JRC Handbook (2008): what each of our choices does to these data.

`step`: the steps. `choices`: what could be chosen instead, and where. `described`, `analysed`, `doubted`,
`linked`, `crossed`: the measures of one or a few steps each. `measures`: all of them, one row a number.
"""
