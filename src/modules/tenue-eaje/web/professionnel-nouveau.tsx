import { Form, Link } from 'react-router';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listCandidats } from '../data/candidats.server.ts';
import { recordProfessionnel } from '../data/professionnels-commands.server.ts';
import { CANDIDATS_MONTRES } from '../professionnel-saisie.ts';
import { formatRappelDirection } from '../rules/information-president.ts';
import type { Route } from './+types/professionnel-nouveau.ts';
import { ChampsEmploi } from './champs-emploi.tsx';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs, sections } = await getCrecheTenue(contexte, args.params.id);
    const parametres = new URL(args.request.url).searchParams;
    const q = (parametres.get('q') ?? '').trim();
    return {
      ...{ murs: { id: murs.id, nom: murs.nom }, sections, q },
      candidats: q === '' ? [] : await listCandidats(contexte, q),
      choisi: parametres.get('matricule') ?? '',
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const valeurs = readFormulaire(await args.request.clone().formData());
  return actPage(args, {
    valeurs,
    command: recordProfessionnel,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/professionnels/${id}/horaire`,
    fait: formatRappelDirection('Professionnel rattaché. Dites maintenant son horaire.', [valeurs.metier]),
  });
}

export default function RattacherProfessionnel({ loaderData, actionData }: Route.ComponentProps) {
  const { murs, sections, choisi } = loaderData;
  const { champ } = readValeurs(actionData, { quotite: '100', matricule: choisi });
  const retour = formatAdresseCreche(murs.id, '/professionnels');
  return (
    <Saisie
      titre="Rattacher un professionnel"
      sous={murs.nom}
      fil={[
        FIL_CRECHES,
        { titre: murs.nom, href: formatAdresseCreche(murs.id) },
        { titre: 'Professionnels', href: retour },
      ]}
      acte="Rattacher à la crèche"
      retour={retour}
      rendue={actionData}
      cote={<Recherche {...loaderData} />}
      intro={
        <>
          Un professionnel est d’abord un agent du département : cherchez-le par son nom, ou écrivez son matricule, qui
          est dans <a href="/organisation/agents">la liste des agents</a>.
        </>
      }
    >
      <ChampTexte key={choisi} {...champ('matricule')} libelle="Matricule" requis taille="moyen" />
      <ChampJour {...champ('du')} libelle="À partir du" requis />
      <ChampsEmploi champ={champ} sections={sections} />
    </Saisie>
  );
}

/** Une étape de recherche, à part du formulaire : elle marche sans JavaScript, et ne remplit que le matricule. */
function Recherche({ q, candidats }: Route.ComponentProps['loaderData']) {
  return (
    <Bloc titre="Chercher par le nom">
      <Form method="get" role="search">
        <ChampTexte key={q} nom="q" libelle="Nom ou prénom" type="search" valeur={q} autoComplete="off" />
        <Bouton petit>Chercher</Bouton>
      </Form>
      <LignesDeBloc
        lignes={candidats.map(({ matricule, nom, prenom, poste, unite, dejaDepuis }) => ({
          cle: matricule,
          titre: dejaDepuis ? (
            formatNom(nom, prenom)
          ) : (
            <Link to={`?${new URLSearchParams({ q, matricule })}`} preventScrollReset>
              {formatNom(nom, prenom)}
            </Link>
          ),
          detail: [matricule, poste, unite, dejaDepuis && `déjà rattaché depuis le ${formatJour(dejaDepuis, 'court')}`]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      {q && candidats.length === 0 ? (
        <p>Personne de ce nom n’a de poste dans vos unités. Le matricule reste accepté.</p>
      ) : null}
      {candidats.length === CANDIDATS_MONTRES ? (
        <p className="petit">Les {CANDIDATS_MONTRES} premiers : précisez le nom.</p>
      ) : null}
    </Bloc>
  );
}
