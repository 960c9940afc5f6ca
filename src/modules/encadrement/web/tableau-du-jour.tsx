import { Form } from 'react-router';
import { Bouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { AxeDesHeures, Bande } from './bande.tsx';
import type { Axe } from './bande-view.ts';
import { formatNombre, type LigneDuJour } from './du-jour-view.ts';

type TableauProps = { axe: Axe; lignes: readonly LigneDuJour[]; jour: string };

/** Une ligne par crèche, la pire d'abord ; sur un téléphone, une carte par crèche. */
export function TableauDuJour({ axe, lignes, jour }: TableauProps) {
  return (
    <section className="tableau-cadre" aria-label="Crèches du jour">
      <table className="tableau creches-jour">
        <caption className="lecteur">Crèches ouvertes, celles à qui il manque le plus d’abord</caption>
        <thead>
          <tr>
            <th scope="col">Crèche</th>
            <th scope="col" className="nombre">
              Occupation
            </th>
            <th scope="col" className="creches-jour-bande">
              <span className="lecteur">La journée en quarts d’heure</span>
              <AxeDesHeures axe={axe} />
            </th>
            <th scope="col" className="nombre">
              Manque
            </th>
            <th scope="col">Le moindre remède</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <Ligne key={ligne.id} ligne={ligne} jour={jour} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Ligne({ ligne, jour }: { ligne: LigneDuJour; jour: string }) {
  const { nom, href, hrefQuarts, hrefEnfants, places, enfants, occupation, bande, sousTaux, doutes, maintenant } =
    ligne;
  return (
    <tr>
      <th scope="row">
        <a href={href}>{nom}</a>
        <small>
          {places === 0 ? 'places inconnues' : `${places} places`} · <a href={hrefEnfants}>{enfants} enfants</a>
        </small>
        {doutes.length > 0 ? (
          <small title={doutes.join('\n')}>
            <Etiquette ton="bientot">
              <a href={`${href}#doutes`}>{doutes.length === 1 ? 'un doute' : `${doutes.length} doutes`}</a>
            </Etiquette>
          </small>
        ) : null}
      </th>
      <td className="nombre creches-jour-occupation">
        <a href={`${href}#enfants`}>{occupation === null ? '?' : `${occupation} %`}</a>
        {maintenant ? (
          <small>
            <a href={hrefQuarts}>{formatNombre(maintenant.nm + maintenant.m, 'présent', 'présents')}</a>
            {`, dont ${maintenant.m} ${maintenant.m > 1 ? 'marchent' : 'marche'}`}
          </small>
        ) : null}
      </td>
      <td className="creches-jour-bande">
        <Bande {...bande} />
      </td>
      <td className="nombre">
        <a href={hrefQuarts} className={sousTaux > 0 ? 'manque' : 'zero'}>
          {formatNombre(sousTaux, 'quart d’heure', 'quarts d’heure')}
        </a>
        {maintenant && maintenant.manque > 0 ? (
          <Etiquette ton="retard">{`il en manque ${maintenant.manque} maintenant`}</Etiquette>
        ) : null}
        {ligne.sortiesSousTaux ? <Etiquette ton="retard">sortie</Etiquette> : null}
        {ligne.surnombre > 0 ? <Etiquette ton="retard">surnombre</Etiquette> : null}
        {ligne.surnombre === 0 && ligne.surnombreAConfirmer > 0 ? (
          <Etiquette ton="bientot">surnombre à confirmer</Etiquette>
        ) : null}
        {ligne.sansContinuite > 0 ? <Etiquette ton="bientot">sans direction</Etiquette> : null}
      </td>
      <td className="creches-jour-remede">
        <Remede ligne={ligne} jour={jour} />
      </td>
    </tr>
  );
}

function Remede({
  ligne: { id, nom, href, remede, sansRemede, faite, empreinte },
  jour,
}: {
  ligne: LigneDuJour;
  jour: string;
}) {
  const propose = faite ? (
    <small>
      Proposé à {faite.a} par {faite.par}, {faite.le}. {faite.suite}
    </small>
  ) : null;
  if (!remede)
    return (
      <>
        {sansRemede ? <a href={`${href}#remedes`}>Aucun remède dans le territoire : voir pourquoi</a> : null}
        {propose}
      </>
    );
  return (
    <>
      <a href={`${href}#remedes`}>
        {remede.phrases[0]}
        {remede.phrases.length > 1
          ? ` ; et ${formatNombre(remede.phrases.length - 1, 'autre mouvement', 'autres mouvements')}`
          : null}
      </a>
      {remede.quartsRestants > 0 ? (
        <small>Laisse {formatNombre(remede.quartsRestants, 'quart d’heure', 'quarts d’heure')} sous le taux</small>
      ) : null}
      {propose}
      {empreinte ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="etablissementId" value={id} />
          <input type="hidden" name="jour" value={jour} />
          <input type="hidden" name="empreinte" value={empreinte} />
          <Bouton petit>
            Proposer<span className="lecteur"> à la responsable de {nom}</span>
          </Bouton>
        </Form>
      ) : null}
    </>
  );
}
