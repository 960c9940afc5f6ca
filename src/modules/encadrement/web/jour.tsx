import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDuree, formatMinutes, PAS } from '#shared/quart-d-heure.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readFormulaire, readPage } from '#web/page.server.ts';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { type Fait, Faits } from '#web/ui/faits.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { closeProposition, recordRemede, sendProposition } from '../data/remede-commands.server.ts';
import { closeSortie } from '../data/sortie-commands.server.ts';
import { recordVacation } from '../data/vacation-commands.server.ts';
import type { Route } from './+types/jour.ts';
import { FIL_DU_JOUR, formatAdresseJour } from './adresses.ts';
import { NonCompte } from './bande.tsx';
import { ChangerUneJournee } from './changer-une-journee.tsx';
import './encadrement.css';
import { JourFiltre } from './du-jour.server.ts';
import { EquipeDuJour } from './equipe-du-jour.tsx';
import { readJour } from './jour.server.ts';
import type { JourVu } from './jour-view.ts';
import { RemedesDuJour } from './remedes-du-jour.tsx';
import { HeuresLibres, Quarts, Sections, Sorties } from './tableaux-jour.tsx';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) =>
    readJour(contexte, args.params.id, parseFiltre(args.request, JourFiltre).filtre.jour),
  );
}

/** Cinq actes depuis cette page : proposer le remède, l'écarter, l'inscrire au planning, retirer une sortie, changer la journée d'une personne. */
export async function action(args: Route.ActionArgs) {
  const valeurs = readFormulaire(await args.request.clone().formData());
  const retour = formatAdresseJour(args.params.id, String(valeurs.jour ?? ''));
  const suite = { valeurs, avec: { etablissementId: args.params.id }, vers: () => retour };
  if (valeurs.acte === 'proposer')
    return actPage(args, {
      ...suite,
      command: sendProposition,
      fait: (noms) => `La proposition est adressée à ${noms}, qui décide.`,
    });
  if (valeurs.acte === 'inscrire')
    return actPage(args, { ...suite, command: recordRemede, fait: 'Le remède est inscrit au planning de ce jour.' });
  if (valeurs.acte === 'ecarter')
    return actPage(args, { ...suite, command: closeProposition, fait: 'La proposition est écartée.' });
  if (valeurs.acte === 'retirer-sortie')
    return actPage(args, { ...suite, command: closeSortie, fait: 'La sortie est retirée.' });
  return actPage(args, { ...suite, command: recordVacation, fait: 'La journée est changée.' });
}

export default function JourDeLaCreche({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, territoire, jour, jours, vue, proposition } = loaderData;
  const titreJour = formatJour(jour, 'complet');
  return (
    <>
      <EnTetePage
        titre={nom}
        sous={[titreJour.charAt(0).toLocaleUpperCase('fr') + titreJour.slice(1), territoire]
          .filter(Boolean)
          .join(' · ')}
        fil={[FIL_DU_JOUR]}
        actes={<BoutonImprimer />}
      />
      <OngletsCreche id={id} courant="jour" />
      <nav className="jours" aria-label="Choisir un jour">
        <ul>
          {jours.map((offert) => (
            <li key={offert.jour}>
              <a href={formatAdresseJour(id, offert.jour)} aria-current={offert.jour === jour ? 'date' : undefined}>
                {offert.titre}
                {offert.sousTaux === null ? (
                  <small>fermée</small>
                ) : (
                  <small className={offert.sousTaux > 0 ? 'jours-sous' : undefined}>
                    {offert.sousTaux === 0 ? 'taux tenu' : `${formatDuree(offert.sousTaux * PAS)} sous le taux`}
                  </small>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {actionData?.conflit ? (
        <Avis ton="bientot" titre={actionData.conflit.motif} annonce>
          {Object.entries(actionData.conflit.actuel).map(([titre, valeur]) => (
            <p key={titre}>
              {titre} : {valeur}.
            </p>
          ))}
        </Avis>
      ) : (
        <ResumeErreurs
          erreurs={actionData?.erreurs}
          titre={actionData?.textes ? 'Cet acte n’est pas possible' : undefined}
          textes={actionData?.textes}
        />
      )}
      {vue && proposition ? (
        <>
          <Faits faits={buildFaits(vue)} />
          {vue.doutes.length > 0 ? (
            <div id="doutes">
              <Avis ton="bientot" titre="Ces chiffres ont des doutes">
                <ul>
                  {vue.doutes.map((doute) => (
                    <li key={doute}>{doute}</li>
                  ))}
                </ul>
              </Avis>
            </div>
          ) : null}
          <EquipeDuJour vue={vue} />
          <RemedesDuJour {...loaderData} proposition={proposition} faits={vue.faits} rendue={actionData} />
          <Sorties id={id} jour={jour} vue={vue} peutInscrire={loaderData.peutInscrire} />
          <Sections id={id} vue={vue} />
          <HeuresLibres vue={vue} dureeMin={loaderData.dureeMin} />
          <Quarts vue={vue} />
          {loaderData.peutInscrire ? <ChangerUneJournee {...loaderData} rendue={actionData} /> : null}
        </>
      ) : loaderData.nonCompte ? (
        <NonCompte />
      ) : (
        <EtatVide titre="La crèche est fermée ce jour">
          Choisissez un jour où elle ouvre : ses enfants, ses professionnels et ce qui manque s’y lisent quart d’heure
          par quart d’heure.
        </EtatVide>
      )}
    </>
  );
}

function buildFaits({ faits, places, axe, methode }: JourVu): Fait[] {
  const { occupation, enfants, pointe, sousTaux, sousTauxHeures, heuresAgent, surnombre, sansContinuite } = faits;
  return [
    {
      titre: 'Sous le taux',
      valeur: <a href="#quarts">{sousTaux === 0 ? 'jamais' : sousTauxHeures}</a>,
      detail: sousTaux === 0 ? methode : `${heuresAgent} d’agent à trouver, catégorie 1 comprise · ${methode}`,
      ton: sousTaux === 0 ? 'fait' : 'retard',
    },
    ...buildMaintenant(faits.maintenant),
    {
      titre: 'Enfants attendus',
      valeur: <a href="#enfants">{enfants}</a>,
      detail: `${pointe} à la fois au plus, ${places}`,
    },
    {
      titre: 'Occupation prévue',
      valeur: <a href="#libres">{occupation === null ? 'capacité inconnue' : `${occupation} %`}</a>,
      detail: `ouverte ${formatMinutes(axe.debut)}–${formatMinutes(axe.fin)}`,
    },
    {
      titre: 'Surnombre',
      valeur: <a href="#quarts">{surnombre === null ? 'capacité inconnue' : surnombre || 'aucun'}</a>,
      detail: formatSurnombre(faits),
      ton: faits.surnombreInterdit ? 'retard' : surnombre ? 'bientot' : undefined,
    },
    {
      titre: 'Continuité de direction',
      valeur: <a href="#equipe">{sansContinuite === '' ? 'assurée' : `personne ${sansContinuite}`}</a>,
      ton: sansContinuite === '' ? undefined : 'retard',
    },
  ];
}

/** CAP-05 : ce que toute lecture interdit, et ce dont l'arrondi n'est pas sûr. */
function formatSurnombre({ surnombreInterdit, surnombreAConfirmer }: JourVu['faits']): string | undefined {
  const phrases = [
    surnombreInterdit && `au-delà de 115 % de la capacité : ${surnombreInterdit}`,
    surnombreAConfirmer && `au-delà de 115 % selon l’arrondi, à confirmer avec la PMI : ${surnombreAConfirmer}`,
  ].filter(Boolean);
  return phrases.length === 0 ? undefined : phrases.join(' · ');
}

/** CAP-08 : l'effectif de l'instant se lit sur les enfants présents, non sur les attendus. */
function buildMaintenant(maintenant: JourVu['faits']['maintenant']): Fait[] {
  if (!maintenant) return [];
  const { nm, m, enSortie, requis, prevus, manque } = maintenant;
  return [
    {
      titre: 'Présents maintenant',
      valeur: <a href="#quarts">{nm + m}</a>,
      detail: `${m} qui marchent, ${nm} qui ne marchent pas${enSortie > 0 ? `, et ${enSortie} en sortie` : ''} · il en faut ${requis}, ${prevus} prévus à cette heure${manque > 0 ? ` : il en manque ${manque}` : ''}`,
      ton: manque > 0 ? 'retard' : 'fait',
    },
  ];
}
