"""The yardstick: an empty Streamlit page that imports the libraries of the application and does nothing."""

import altair as alt
import duckdb
import geopandas as gpd
import openpyxl
import pandas as pd
import pydeck as pdk
import streamlit as st

LIBRARIES = (alt, duckdb, gpd, openpyxl, pd, pdk, st)

st.write("Empty")
