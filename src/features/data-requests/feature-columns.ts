export const dataRequestColumns = {
  data_request: { settled: { at: 'settled_at', by: 'settled_by', answer: 'answer' } },
} as const;
