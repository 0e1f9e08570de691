"""The sign of the product in the tab of a browser, held by the page itself."""

# Two halves of one disc: what is measured, what is felt.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Cpath d='M16 2a14 14 0 0 0 0 28z' fill='%232c74b3'/%3E"
    "%3Cpath d='M16 2a14 14 0 0 1 0 28z' fill='%23ee9b3c'/%3E%3C/svg%3E"
)
