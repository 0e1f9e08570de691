"""Write the training edition again: `python -m tests.training`."""

from tests.training.workbook import WORKBOOK, make

if __name__ == "__main__":
    make().save(WORKBOOK)
