"""The slides of a region: PowerPoint and LibreOffice open them, and every chart in them can be edited."""
