import { data, Form } from 'react-router';
import { getDepartement } from '#modules/organisation/index.server.ts';
import { ZONES_FERIEES } from '#modules/organisation/index.ts';
import { getZoneFeriee } from '#shared/jours-feries.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { Details } from '#web/ui/details.tsx';
import { Faits } from '#web/ui/faits.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { REGIMES, UNITES_DE_DELAI } from '../delai-saisie.ts';
import type { Route } from './+types/delais.ts';
import { buildDelais, type DelaisVue, type DelaiVu } from './delais-view.ts';

const AIDE_DU_REGIME: Record<keyof typeof REGIMES, string> = {
  'procedure-civile':
    'Appel, recours, acte devant le juge : un terme un samedi, un dimanche ou un jour férié est reporté.',
  protection: 'Délai qui protège un enfant : jamais reporté.',
  administratif: 'Délai de l’administration : même quantième, jamais reporté.',
};

const choix = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const departement = await getDepartement(contexte);
    const { searchParams, search } = new URL(args.request.url);
    const vue = buildDelais(searchParams, getZoneFeriee(departement.code), contexte.aujourdhui);
    return data({ ...vue, departement: departement.nom, search }, Object.keys(vue.erreurs).length > 0 ? 400 : 200);
  });
}

export default function Delais({ loaderData: { valeurs, erreurs, delai, departement, search } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Compter un délai"
        sous="Une échéance, son raisonnement et ses textes. L’adresse de la page garde le calcul."
        actes={delai ? <Actes search={search} /> : null}
      />
      <ResumeErreurs erreurs={erreurs} titre={Object.keys(erreurs).length > 0 ? 'Rien n’est compté' : undefined} />
      {delai ? <Resultat delai={delai} /> : null}
      <section className="section hors-impression" aria-labelledby="demande">
        <h2 id="demande">{delai ? 'Compter autrement' : 'Le délai à compter'}</h2>
        <Demande key={search} valeurs={valeurs} erreurs={erreurs} departement={departement} />
      </section>
      <p className="section">
        Pour tout ce qu’une situation fait devoir : <a href="/que-doit-on">Que doit-on, et quand ?</a>
      </p>
      <p className="section petit">
        Ne sont pas comptés ici : les délais francs, les délais de distance (CPC, art. 643), les délais à rebours, les
        procédures propres à la Nouvelle-Calédonie, à la Polynésie française et à Wallis-et-Futuna. Le texte qui fonde
        le délai fait foi.
      </p>
    </>
  );
}

function Actes({ search }: { search: string }) {
  return (
    <>
      <LienBouton href={`/delais.docx${search}`} download>
        Enregistrer en Word
      </LienBouton>
      <BoutonImprimer petit={false} />
    </>
  );
}

function Resultat({ delai }: { delai: DelaiVu }) {
  const { echeance, distance, theorique, reportee, joursDeReport, regime, zone, etapes, textes } = delai;
  const report =
    joursDeReport === 0 ? 'sans report' : `reporté de ${joursDeReport} jour${joursDeReport > 1 ? 's' : ''}`;
  return (
    <section className="section" aria-labelledby="resultat">
      <h2 id="resultat">Échéance : {echeance}</h2>
      <Faits
        faits={[
          { titre: 'Par rapport à ce jour', valeur: distance, ton: 'accent' },
          { titre: 'Terme avant report', valeur: theorique, detail: report },
          { titre: 'Régime', valeur: regime, detail: `jours fériés : ${ZONES_FERIEES[zone]}` },
          ...(reportee ? [{ titre: 'En procédure civile', valeur: reportee, detail: 'pour information' }] : []),
        ]}
      />
      <ol>
        {etapes.map((etape) => (
          <li key={etape}>{etape}</li>
        ))}
      </ol>
      <p className="petit">Textes : {textes.join(' · ')}</p>
    </section>
  );
}

type DureeProps = {
  rang: '1' | '2' | '3';
  champ: (nom: string) => { nom: string; valeur: string | undefined; erreur: string | undefined };
};

function Duree({ rang, champ }: DureeProps) {
  const suite = rang === '1' ? '' : ` du délai n° ${rang}`;
  return (
    <div className="groupe-champs">
      <ChampTexte
        {...champ(`valeur${rang}`)}
        libelle={`Durée${suite}`}
        requis={rang === '1'}
        taille="court"
        inputMode="numeric"
        autoComplete="off"
      />
      <ChampSelection {...champ(`unite${rang}`)} libelle={`Unité${suite}`} choix={choix(UNITES_DE_DELAI)} vide={null} />
    </div>
  );
}

type DemandeProps = Pick<DelaisVue, 'valeurs' | 'erreurs'> & { departement: string };

function Demande({ valeurs, erreurs, departement }: DemandeProps) {
  const champ = (nom: string) => ({ nom, valeur: valeurs[nom], erreur: erreurs[nom] });
  return (
    <Form className="saisie" action="/delais" noValidate aria-label="Le délai à compter">
      <div className="groupe-champs">
        <ChampJour {...champ('acte')} libelle="Jour de l’acte ou de l’évènement" requis />
        <ChampTexte
          {...champ('heure')}
          libelle="Heure"
          aide="Pour un délai en heures : 14:30, à Paris"
          taille="court"
          autoComplete="off"
        />
      </div>
      <Duree rang="1" champ={champ} />
      <Details titre="Un autre délai court ensuite" ouvert={['valeur2', 'valeur3'].some((nom) => valeurs[nom]?.trim())}>
        <Duree rang="2" champ={champ} />
        <Duree rang="3" champ={champ} />
      </Details>
      <Radios
        {...champ('regime')}
        libelle="Régime"
        requis
        choix={choix(REGIMES).map((option) => ({
          ...option,
          aide: AIDE_DU_REGIME[option.valeur as keyof typeof REGIMES],
        }))}
      />
      <ChampSelection
        {...champ('zone')}
        libelle="Jours fériés de"
        aide={`Le lieu où l’acte doit être fait ; d’office, celui de votre département (${departement}).`}
        choix={choix(ZONES_FERIEES)}
        vide={null}
      />
      <div className="saisie-boutons">
        <Bouton variante="principal">Compter ce délai</Bouton>
        <a href="/delais">Tout effacer</a>
      </div>
    </Form>
  );
}
