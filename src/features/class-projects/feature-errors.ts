export const classProjectErrors = { 'project-closed': 409 } as const;
