/** La tablette en marche : les gestes se gardent, partent quand le réseau répond, et se montrent aussitôt. */
import { useCallback, useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { EtatDuJour } from '../data/attendus.server.ts';
import type { Sens } from '../pointage.ts';
import type { Geste } from '../pointage-saisie.ts';
import { A_ENVOYER, type GesteRefuse, REFUSES } from './file-de-gestes.ts';
import { computeMoment } from './pointage-view.ts';

const REESSAI_MS = 5_000;
const RELECTURE_MS = 30_000;
const PAR_ENVOI = 200;

/** `refusee` : Marelle répond, mais ne prend pas de pointage de cette personne pour cette crèche. */
export type Liaison = 'bonne' | 'coupee' | 'deconnectee' | 'refusee';
type Lus = { jour: JourCivil; isPointable: boolean; etats: EtatDuJour[] };
export type ReponseTablette = Lus & { recus: string[]; refuses: { id: string; raison: string }[] };
type Page = Lus & { crecheId: string; isFige: boolean };

const readMaintenant = () => performance.timeOrigin + performance.now();

export function useTablette({ crecheId, isFige, ...page }: Page) {
  const { jour, isPointable } = page;
  const [gestes, setGestes] = useState<Geste[]>([]);
  const [refus, setRefus] = useState<GesteRefuse[]>([]);
  const [lus, setLus] = useState<Lus>(page);
  const [liaison, setLiaison] = useState<Liaison>('bonne');
  const [courant, setCourant] = useState(jour);
  const { revalidate } = useRevalidator();

  const envoie = useCallback(async () => {
    setCourant(computeMoment(readMaintenant(), { jour, isFige }).jour);
    const issue = await sendTout(crecheId);
    setGestes(A_ENVOYER.read(localStorage, crecheId));
    setRefus(REFUSES.read(localStorage, crecheId));
    if (typeof issue === 'string') {
      setLiaison(issue);
      return;
    }
    setLiaison('bonne');
    setLus(issue);
    // Le jour a changé sous la page : ses attendus sont ceux d'hier.
    if (issue.jour !== jour || issue.isPointable !== isPointable) void revalidate();
  }, [crecheId, jour, isPointable, isFige, revalidate]);

  useEffect(() => {
    void envoie();
    const retour = () => void envoie();
    addEventListener('online', retour);
    return () => removeEventListener('online', retour);
  }, [envoie]);

  const delai = gestes.length > 0 || liaison !== 'bonne' ? REESSAI_MS : RELECTURE_MS;
  useEffect(() => {
    const attente = setInterval(() => void envoie(), delai);
    return () => clearInterval(attente);
  }, [delai, envoie]);

  useEffect(() => startHorsLigne(crecheId), [crecheId]);

  const pointe = (enfantId: Geste['enfantId'], sens: Sens) => {
    const moment = computeMoment(readMaintenant(), { jour, isFige });
    setGestes(A_ENVOYER.add(localStorage, crecheId, { id: createIdentifiant(), enfantId, sens, ...moment }));
    void envoie();
  };
  const closeRefus = (id: string) => setRefus(REFUSES.close(localStorage, crecheId, [id]));
  const montre = isPointable ? courant : jour;
  return { gestes, liaison, refus, closeRefus, pointe, jour: montre, etats: lus.jour === montre ? lus.etats : [] };
}

/** Lot après lot, jusqu'au dernier geste ; ce qui est refusé se garde à part, avec sa raison. */
async function sendTout(crecheId: string): Promise<ReponseTablette | Exclude<Liaison, 'bonne'>> {
  for (;;) {
    const lot = A_ENVOYER.read(localStorage, crecheId).slice(0, PAR_ENVOI);
    const issue = await sendGestes(crecheId, lot);
    if (typeof issue === 'string') return issue;
    const raisons = new Map(issue.refuses.map(({ id, raison }) => [id, raison]));
    const refuses = lot.flatMap((geste) => {
      const raison = raisons.get(geste.id);
      return raison === undefined ? [] : [{ ...geste, raison }];
    });
    if (refuses.length > 0) REFUSES.add(localStorage, crecheId, ...refuses);
    const restent = A_ENVOYER.close(localStorage, crecheId, [...issue.recus, ...raisons.keys()]);
    if (lot.length < PAR_ENVOI || restent[0]?.id === lot[0]?.id) return issue;
  }
}

/** Une réponse qui n'est pas la sienne (page de connexion) : les gestes restent gardés. */
async function sendGestes(
  crecheId: string,
  gestes: readonly Geste[],
): Promise<ReponseTablette | Exclude<Liaison, 'bonne'>> {
  try {
    const reponse = await fetch(`/creches/${crecheId}/pointage/envoi`, {
      method: 'POST',
      // Le geste part même si l'on quitte la page aussitôt.
      keepalive: gestes.length < 100,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ gestes }),
    });
    if (reponse.redirected || reponse.status === 401) return 'deconnectee';
    if (reponse.status >= 500) return 'coupee';
    if (!reponse.ok) return 'refusee';
    const isSienne = (reponse.headers.get('content-type') ?? '').includes('json');
    return isSienne ? ((await reponse.json()) as ReponseTablette) : 'deconnectee';
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
