import './rubrique.css';
import { useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import { Bouton, Boutons } from '#web/ui/bouton.tsx';
import { Champ } from '#web/ui/champ.tsx';
import { useReprise } from '#web/ui/reprise.ts';
import type { RedactionVue, RubriqueVue } from './redaction-view.ts';

/** Le temps d'une phrase : au-delà, ce qui est tapé s'enregistre. */
const PAUSE_MS = 3000;

type Props = {
  rubrique: RubriqueVue;
  /** Ce qui était tapé quand l'enregistrement a été rendu. */
  saisi: string | null;
  /** Ce qu'un autre a écrit entre-temps. */
  conflit: RubriqueVue | null;
  erreur?: string;
};

/** Sur quoi l'on écrit : la version et le texte que l'on avait sous les yeux. */
type Base = Pick<RubriqueVue, 'texte' | 'version' | 'empreinte'>;

/**
 * Une rubrique que l'on écrit. Sans JavaScript, elle part avec son formulaire ; avec, elle s'enregistre seule, dit quand, et
 * n'enregistre rien sur le texte d'un autre sans qu'on l'ait décidé.
 */
export function Rubrique({ rubrique, saisi, conflit, erreur }: Props) {
  const { code, titre, aide, requise } = rubrique;
  const champ = `texte.${code}`;
  const ecriture = useEcriture(rubrique, useReprise(champ, saisi) ?? null, conflit);
  const { texte, base, autre, statut } = ecriture;
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
      <input type="hidden" name={`version.${code}`} value={base.version} />
      <input type="hidden" name={`empreinte.${code}`} value={base.empreinte} />
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

function useEcriture(rubrique: RubriqueVue, saisi: string | null, conflit: RubriqueVue | null) {
  const { code } = rubrique;
  const fetcher = useFetcher<RedactionVue | { erreurs: Record<string, string> }>();
  const [texte, setTexte] = useState(saisi ?? rubrique.texte);
  const [base, setBase] = useState<Base>(rubrique);
  const [autre, setAutre] = useState(conflit);
  const [quand, setQuand] = useState('');
  const envoye = useRef<string | null>(null);
  const change = texte !== base.texte;

  const envoyer = (sur: Base) => {
    envoye.current = texte;
    const champs = {
      [`texte.${code}`]: texte,
      [`version.${code}`]: String(sur.version),
      [`empreinte.${code}`]: sur.empreinte,
    };
    void fetcher.submit({ auto: 'oui', ...champs }, { method: 'post' });
  };
  const enregistrer = () => {
    if (change && autre === null && fetcher.state === 'idle' && envoye.current !== texte) envoyer(base);
  };

  // Une pause dans la frappe enregistre.
  useEffect(() => {
    if (!change || autre !== null || fetcher.state !== 'idle') return;
    const attente = setTimeout(enregistrer, PAUSE_MS);
    return () => clearTimeout(attente);
  });

  // Ce que le serveur répond : écrit, ou écrit par un autre avant.
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || !('ecrites' in fetcher.data)) return;
    const ecrite = fetcher.data.ecrites.find((e) => e.code === code);
    const rendu = fetcher.data.conflits.find((c) => c.code === code);
    if (ecrite) {
      setBase({ texte: envoye.current ?? '', version: ecrite.version, empreinte: ecrite.empreinte });
      setQuand(ecrite.quand);
    }
    if (rendu) setAutre(rendu);
  }, [fetcher.state, fetcher.data, code]);

  // La page relue : ce qu'un autre a écrit remplace ce à quoi l'on n'a pas touché.
  useEffect(() => {
    if (rubrique.version <= base.version) return;
    if (texte.trimEnd() === rubrique.texte) setBase({ ...rubrique, texte });
    else if (!change) {
      setBase(rubrique);
      setTexte(rubrique.texte);
    }
  }, [rubrique, base.version, change, texte]);
  useEffect(() => setAutre(conflit), [conflit]);

  return {
    texte,
    base: autre ?? base,
    autre,
    statut: formatStatut(fetcher.state !== 'idle', fetcher.data, change, quand),
    taper: (neuf: string) => {
      envoye.current = null;
      setTexte(neuf);
    },
    enregistrer,
    garder: () => {
      if (!autre) return;
      setBase(autre);
      setAutre(null);
      envoyer(autre);
    },
    prendre: () => {
      if (!autre) return;
      setBase(autre);
      setTexte(autre.texte);
      setAutre(null);
    },
  };
}

function formatStatut(enCours: boolean, rendu: unknown, change: boolean, quand: string): string {
  if (enCours) return 'Enregistrement…';
  if (change && typeof rendu === 'object' && rendu !== null && 'erreurs' in rendu)
    return `Pas enregistrée : ${Object.values((rendu as { erreurs: Record<string, string> }).erreurs).join(' ')}`;
  if (change) return 'Pas encore enregistrée';
  return quand ? `Enregistrée ${quand}` : '';
}
