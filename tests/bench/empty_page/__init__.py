"""The folder the empty page is served from: it has no .streamlit/, so Streamlit's defaults apply."""
