-- The nodes from the top down, in the order of the observatory and of the workbook. Units: see node.sql
SELECT node.*
FROM node
LEFT JOIN mart.domain AS domain ON node.level = 'domaine' AND domain.domain_code = node.code
LEFT JOIN mart.axis AS axis ON node.level = 'axe' AND axis.axis_code = node.code
ORDER BY
    list_position(['ensemble', 'axe', 'domaine', 'indicateur'], node.level),
    axis.position,
    domain.position,
    node.row_number
