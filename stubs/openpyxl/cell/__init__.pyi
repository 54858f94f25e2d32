class Cell:
    value: object
    data_type: str
    _style: object

class MergedCell(Cell): ...
