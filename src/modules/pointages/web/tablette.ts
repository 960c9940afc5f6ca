/** La tablette en marche : les gestes se gardent, partent quand le réseau répond, et se montrent aussitôt. */
import { useCallback, useEffect, useState } from 'react';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { EtatDuJour } from '../data/attendus.server.ts';
import type { Sens } from '../pointage.ts';
import type { Geste } from '../pointage-saisie.ts';
import { addGeste, closeGestes, readGestes } from './file-de-gestes.ts';
import { computeMoment } from './pointage-view.ts';

const REESSAI_MS = 5_000;
const RELECTURE_MS = 30_000;

export type Liaison = 'bonne' | 'coupee' | 'deconnectee';
type Refus = { id: string; raison: string };
type Reponse = { recus: string[]; refuses: Refus[]; etats: EtatDuJour[] };
type Page = { crecheId: string; jour: JourCivil; jourReel: JourCivil; etats: EtatDuJour[] };

export function useTablette({ crecheId, jour, jourReel, etats: lus }: Page) {
  const [gestes, setGestes] = useState<Geste[]>([]);
  const [etats, setEtats] = useState(lus);
  const [liaison, setLiaison] = useState<Liaison>('bonne');
  const [refus, setRefus] = useState<Refus[]>([]);

  const envoie = useCallback(async () => {
    const issue = await sendGestes(crecheId, readGestes(localStorage, crecheId));
    if (typeof issue === 'string') {
      setLiaison(issue);
      return;
    }
    setGestes(closeGestes(localStorage, crecheId, [...issue.recus, ...issue.refuses.map(({ id }) => id)]));
    setEtats(issue.etats);
    setLiaison('bonne');
    if (issue.refuses.length > 0) setRefus((avant) => [...avant, ...issue.refuses]);
  }, [crecheId]);

  useEffect(() => {
    setGestes(readGestes(localStorage, crecheId));
    void envoie();
    const retour = () => void envoie();
    addEventListener('online', retour);
    return () => removeEventListener('online', retour);
  }, [crecheId, envoie]);

  const delai = gestes.length > 0 || liaison !== 'bonne' ? REESSAI_MS : RELECTURE_MS;
  useEffect(() => {
    const attente = setInterval(() => void envoie(), delai);
    return () => clearInterval(attente);
  }, [delai, envoie]);

  useEffect(() => startHorsLigne(crecheId), [crecheId]);

  const pointe = (enfantId: Geste['enfantId'], sens: Sens) => {
    const moment = computeMoment(performance.timeOrigin + performance.now(), { jour, jourReel });
    setGestes(addGeste(localStorage, crecheId, { id: createIdentifiant(), enfantId, sens, ...moment }));
    void envoie();
  };
  return { gestes, etats, liaison, refus, pointe };
}

/** Une réponse qui n'est pas la sienne (page de connexion) : les gestes restent gardés. */
async function sendGestes(crecheId: string, gestes: readonly Geste[]): Promise<Reponse | Exclude<Liaison, 'bonne'>> {
  try {
    const reponse = await fetch(`/creches/${crecheId}/pointage/envoi`, {
      method: 'POST',
      // Le geste part même si l'on quitte la page aussitôt.
      keepalive: gestes.length < 100,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ gestes }),
    });
    const isSienne = !reponse.redirected && (reponse.headers.get('content-type') ?? '').includes('json');
    if (reponse.ok && isSienne) return (await reponse.json()) as Reponse;
    return reponse.status >= 500 ? 'coupee' : 'deconnectee';
  } catch {
    return 'coupee';
  }
}

/** Hors de https et de la machine elle-même, le navigateur n'en veut pas : la page ouverte garde quand même les gestes. */
function startHorsLigne(crecheId: string): void {
  if (!('serviceWorker' in navigator)) return;
  const scope = `/creches/${crecheId}/pointage`;
  void navigator.serviceWorker
    .register(`${scope}/hors-ligne.js`, { scope })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage('garder'))
    .catch(() => undefined);
}
