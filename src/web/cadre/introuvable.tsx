import { data } from 'react-router';
import { PageIntrouvable } from './page-erreur.tsx';

export function loader() {
  return data(null, 404);
}

/** Recueille les adresses inconnues. */
export default function Introuvable() {
  return <PageIntrouvable />;
}
