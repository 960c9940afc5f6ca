import './rubrique.css';
import { useEffect, useState } from 'react';
import { Bouton, Boutons } from '#web/ui/bouton.tsx';
import { Champ } from '#web/ui/champ.tsx';
import { useReprise } from '#web/ui/reprise.ts';
import { type Base, computeApresLecture, computeApresReponse, type Ecriture } from './ecriture.ts';
import type { RedactionVue, RubriqueVue } from './redaction-view.ts';

/** Le temps d'une phrase : au-delà, ce qui est tapé s'enregistre. */
const PAUSE_MS = 3000;

type Props = {
  rubrique: RubriqueVue;
  /** Où elle s'enregistre seule. */
  adresse: string;
  /** Ce qui était tapé quand l'enregistrement a été rendu. */
  saisi: string | null;
  /** Ce qu'un autre a écrit entre-temps. */
  conflit: RubriqueVue | null;
  erreur?: string;
};

/**
 * Une rubrique que l'on écrit. Sans JavaScript, elle part avec son formulaire ; avec, elle s'enregistre seule, dit quand, et
 * n'enregistre rien sur le texte d'un autre sans qu'on l'ait décidé.
 */
export function Rubrique({ rubrique, adresse, saisi, conflit, erreur }: Props) {
  const { code, titre, aide, requise } = rubrique;
  const champ = `texte.${code}`;
  const ecriture = useEcriture({ rubrique, adresse, saisi: useReprise(champ, saisi) ?? null, conflit });
  const { texte, lue, autre, statut } = ecriture;
  return (
    <div className="rubrique">
      <Champ
        nom={champ}
        libelle={titre}
        aide={`${aide}${requise ? ' Demandée par le texte (IP-014).' : ''}`}
        erreur={erreur}
      >
        {(attributs) => (
          <textarea
            {...attributs}
            rows={5}
            value={texte}
            onChange={({ target }) => ecriture.taper(target.value)}
            onBlur={ecriture.enregistrer}
          />
        )}
      </Champ>
      <input type="hidden" name={`version.${code}`} value={lue.version} />
      <input type="hidden" name={`empreinte.${code}`} value={lue.empreinte} />
      {autre ? (
        <Autre autre={autre} garder={ecriture.garder} prendre={ecriture.prendre} />
      ) : (
        <p className="champ-aide" role="status">
          {statut || (rubrique.signature ? `Écrite par ${rubrique.signature}` : 'Pas encore écrite')}
        </p>
      )}
    </div>
  );
}

function Autre({ autre, garder, prendre }: { autre: RubriqueVue; garder: () => void; prendre: () => void }) {
  return (
    <div className="rubrique-autre" role="alert">
      <strong>Écrit entre-temps par {autre.signature} :</strong>
      <p className="recit">{autre.texte || '(texte effacé)'}</p>
      <p>
        Votre texte est au-dessus, rien n’est perdu : reprenez ce qu’il faut, puis enregistrez-le ; il remplacera
        celui-ci.
      </p>
      <Boutons>
        <Bouton type="button" petit onClick={garder}>
          Enregistrer mon texte à la place
        </Bouton>
        <Bouton type="button" petit variante="discret" onClick={prendre}>
          Prendre ce texte
        </Bouton>
      </Boutons>
    </div>
  );
}

function useEcriture({ rubrique, adresse, saisi, conflit }: Omit<Props, 'erreur'>) {
  const { code } = rubrique;
  const [ecriture, setEcriture] = useState<Ecriture>({
    texte: saisi ?? rubrique.texte,
    base: rubrique,
    autre: conflit,
    envoye: null,
    quand: '',
  });
  const [enCours, setEnCours] = useState(false);
  const [panne, setPanne] = useState('');
  const { texte, base, autre, envoye, quand } = ecriture;
  const change = texte !== base.texte;

  const envoyer = async (sur: Base) => {
    setEnCours(true);
    setEcriture((avant) => ({ ...avant, base: sur, autre: null, envoye: texte }));
    const reponse = await sendRubrique(adresse, code, texte, sur);
    setEnCours(false);
    if ('ecrites' in reponse) setEcriture((avant) => computeApresReponse(avant, code, reponse));
    // Sans réponse, la prochaine pause réessaie.
    else if (reponse.reessayer) setEcriture((avant) => ({ ...avant, envoye: null }));
    setPanne('ecrites' in reponse ? '' : reponse.panne);
  };
  const enregistrer = () => {
    if (change && autre === null && !enCours && envoye !== texte) void envoyer(base);
  };

  // Une pause dans la frappe enregistre.
  useEffect(() => {
    if (!change || autre !== null || enCours) return;
    const attente = setTimeout(enregistrer, PAUSE_MS);
    return () => clearTimeout(attente);
  });

  useEffect(() => setEcriture((avant) => computeApresLecture(avant, rubrique)), [rubrique]);
  useEffect(() => setEcriture((avant) => ({ ...avant, autre: conflit })), [conflit]);

  return {
    texte,
    autre,
    /** Le formulaire entier ne remplace le texte d'un autre qu'une fois la page rendue avec les deux. */
    lue: conflit !== null && autre?.version === conflit.version ? conflit : base,
    statut: formatStatut({ enCours, panne, change, quand }),
    taper: (neuf: string) => setEcriture((avant) => ({ ...avant, texte: neuf })),
    enregistrer,
    garder: () => autre && void envoyer(autre),
    prendre: () =>
      setEcriture((avant) =>
        avant.autre ? { ...avant, base: avant.autre, texte: avant.autre.texte, autre: null } : avant,
      ),
  };
}

type Panne = { panne: string; reessayer: boolean };
const SANS_REPONSE: Panne = {
  panne: 'le serveur ne répond pas. Votre texte est gardé ici, un nouvel essai suit.',
  reessayer: true,
};

async function sendRubrique(adresse: string, code: string, texte: string, sur: Base): Promise<RedactionVue | Panne> {
  const body = new URLSearchParams({
    [`texte.${code}`]: texte,
    [`version.${code}`]: String(sur.version),
    [`empreinte.${code}`]: sur.empreinte,
  });
  try {
    const reponse = await fetch(adresse, { method: 'POST', body, redirect: 'manual' });
    const lue = (await reponse.json()) as RedactionVue | { erreurs?: Record<string, string> };
    if ('ecrites' in lue) return lue;
    return lue.erreurs ? { panne: Object.values(lue.erreurs).join(' '), reessayer: false } : SANS_REPONSE;
  } catch {
    return SANS_REPONSE;
  }
}

function formatStatut(en: { enCours: boolean; panne: string; change: boolean; quand: string }): string {
  if (en.enCours) return 'Enregistrement…';
  if (en.change) return en.panne ? `Pas enregistrée : ${en.panne}` : 'Pas encore enregistrée';
  return en.quand ? `Enregistrée ${en.quand}` : '';
}
