"""Pure drawings: a frame in, a Vega-Lite or deck.gl specification out, with its text alternative.

No Streamlit, no query, no file: everything a chart needs comes in its arguments.
"""
