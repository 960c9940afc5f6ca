import { Form } from 'react-router';
import { ChampsSaisine } from '#modules/signalements/web/composants.tsx';
import type { SaisieRendue } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { LIBELLE_NATURE_ENVISAGEE } from '../mesure-envisagee.ts';
import { formatAdresseSuites } from './adresses.ts';
import type { DeciderVue } from './decider-view.ts';

type Props = {
  id: string;
  decider: DeciderVue;
  choisie: NonNullable<DeciderVue['choisie']>;
  rendue: SaisieRendue | undefined;
};

/** Écrire la décision choisie, avec ce qu'elle entraîne. */
export function FormulaireDecision({ id, decider, choisie, rendue }: Props) {
  const champ = buildChamp(rendue);
  return (
    <section className="bloc" aria-labelledby="ecrire-la-decision">
      <h2 id="ecrire-la-decision">Décider : {choisie.titre.toLocaleLowerCase('fr')}</h2>
      <ResumeErreurs
        erreurs={rendue?.erreurs}
        titre={rendue?.textes ? 'Cet acte n’est pas possible' : undefined}
        textes={rendue?.textes}
      />
      <Form className="saisie" method="post" noValidate>
        <input type="hidden" name="version" value={decider.version} />
        <input type="hidden" name="decision" value={choisie.code} />
        <p>{choisie.consequence}</p>
        <ZoneTexte {...champ('motif')} libelle="Ce qui fonde la décision" lignes={5} requis />
        {decider.ecart ? (
          <ZoneTexte
            {...champ('motifEcart')}
            libelle="Pourquoi elle s’écarte de la proposition"
            aide={`L’équipe propose : ${decider.proposition?.toLocaleLowerCase('fr')}`}
            lignes={3}
            requis
          />
        ) : null}
        {choisie.code === 'actions-adaptees' ? <ChampsActions decider={decider} rendue={rendue} /> : null}
        {choisie.code === 'saisine' ? <ChampsDeSaisine decider={decider} rendue={rendue} /> : null}
        <div className="saisie-boutons">
          <Bouton variante="principal">Signer la décision</Bouton>
          <a href={formatAdresseSuites(id, 'decider')}>Choisir une autre suite</a>
        </div>
      </Form>
    </section>
  );
}

type ChampsProps = Pick<Props, 'decider' | 'rendue'>;

function ChampsActions({ decider, rendue }: ChampsProps) {
  const coches = (nom: string, defaut: readonly string[]) => (rendue ? [rendue.valeurs[nom] ?? []].flat() : defaut);
  return (
    <>
      <CasesACocher
        nom="natures"
        libelle="Ce qui est à mettre en place"
        choix={buildChoix(LIBELLE_NATURE_ENVISAGEE)}
        valeurs={coches('natures', [])}
        erreur={rendue?.erreurs.natures}
        requis
      />
      <CasesACocher
        nom="mineurs"
        libelle="Pour"
        choix={decider.mineurs}
        valeurs={coches(
          'mineurs',
          decider.mineurs.map(({ valeur }) => valeur),
        )}
        erreur={rendue?.erreurs.mineurs}
        requis
      />
    </>
  );
}

function ChampsDeSaisine({ decider, rendue }: ChampsProps) {
  if (decider.signalementCommence)
    return <p>Un signalement est déjà commencé pour cette information : il portera cette décision.</p>;
  return (
    <>
      <h3>Le signalement</h3>
      <ChampsSaisine rendue={rendue} prepare={decider.saisine} />
    </>
  );
}
