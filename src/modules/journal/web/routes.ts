import { route } from '@react-router/dev/routes';

export default [
  route('journal', 'modules/journal/web/journal.tsx'),
  route('journal/journal.xlsx', 'modules/journal/web/journal-xlsx.ts'),
];
