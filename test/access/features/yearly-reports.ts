import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /my/yearly-report': 'account',
    'POST /my/yearly-report': 'account',
    'POST /my/yearly-report/taking-back': 'account',
    'GET /dane/yearly-reports': 'dane',
    'GET /dane/yearly-reports.csv': 'dane',
    'GET /dane/yearly-reports.xlsx': 'dane',
    'POST /dane/yearly-reports/receipt': 'dane',
  },
};
