import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (nom: string) => `modules/travaux/web/${nom}`;

export default [
  route('administration/travaux', page('travaux.tsx')),
  route('administration/travaux/passages', page('passages.tsx')),
] satisfies RouteConfigEntry[];
