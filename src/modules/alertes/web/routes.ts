import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (nom: string) => `modules/alertes/web/${nom}`;

export default [route('compte/alertes', page('alertes.tsx'))] satisfies RouteConfigEntry[];

/** Lu par un agenda, qui n'a pas de session. */
export const horsCadre = [route('calendrier/:fichier', page('calendrier.ts'))] satisfies RouteConfigEntry[];
