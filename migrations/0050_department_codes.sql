-- A département has one code: '21', as the national list writes it, also if a file said '021'.
UPDATE establishment SET department_code = substr(department_code, 2)
WHERE length(department_code) = 3 AND substr(department_code, 1, 1) = '0';
