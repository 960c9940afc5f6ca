import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Boutons, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { DecisionVue, FicheMesureVue } from './fiche-view.ts';

export function Decisions({ decisions }: { decisions: readonly DecisionVue[] }) {
  return (
    <Bloc titre="Décisions">
      {decisions.length === 0 ? <p>Aucune décision n’est encore prise ni reçue.</p> : null}
      {decisions.map((decision) => (
        <Decision key={decision.cle} decision={decision} />
      ))}
    </Bloc>
  );
}

function Decision({ decision }: { decision: DecisionVue }) {
  const { titre, corrigee, correction, auteur, periode, numero, lignes, motifs, inscrite, corrigerHref, ecrits } =
    decision;
  return (
    <section aria-label={titre}>
      <h3>
        {titre} {corrigee ? <Etiquette ton="attente">corrigée depuis</Etiquette> : null}
      </h3>
      <p>
        {[auteur, numero && `n° ${numero}`, periode].filter(Boolean).join(' · ')}
        {corrigerHref ? (
          <>
            {' · '}
            <a href={corrigerHref}>
              Corriger<span className="lecteur"> : {titre}</span>
            </a>
          </>
        ) : null}
      </p>
      {correction ? (
        <p>
          <strong>Corrige la précédente :</strong> {correction}
        </p>
      ) : null}
      {lignes.length > 0 ? (
        <dl className="definitions">
          {lignes.map(({ terme, valeur }) => (
            <div key={terme}>
              <dt>{terme}</dt>
              <dd>{valeur}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {motifs ? <p className="recit">{motifs}</p> : null}
      <p className="discret">
        <small>{inscrite}</small>
      </p>
      {ecrits.length > 0 ? (
        <Boutons>
          {ecrits.map((ecrit) => (
            <LienBouton key={ecrit.href} petit download href={ecrit.href}>
              {ecrit.titre}
            </LienBouton>
          ))}
        </Boutons>
      ) : null}
    </section>
  );
}

export function Demande({ demandee, motif, objectifs }: Pick<FicheMesureVue, 'demandee' | 'motif' | 'objectifs'>) {
  if (!motif && !objectifs) return null;
  return (
    <Bloc titre="La proposition">
      <p>
        <small>Le {demandee}.</small>
      </p>
      {motif ? <p className="recit">{motif}</p> : null}
      {objectifs ? (
        <>
          <h3>Objectifs</h3>
          <p className="recit">{objectifs}</p>
        </>
      ) : null}
    </Bloc>
  );
}

export function Execution({ execution }: Pick<FicheMesureVue, 'execution'>) {
  return (
    <Bloc titre="Exécution">
      {execution.length === 0 ? <p>Le début, l’attente, la suspension et la fin s’inscrivent ici.</p> : null}
      <LignesDeBloc
        lignes={execution.map(({ cle, titre, quand, detail, annule, corrigee, corrigerHref }) => ({
          cle,
          titre: `${titre}, le ${quand}`,
          detail,
          fin: corrigerHref ? (
            <a href={corrigerHref}>
              Corriger<span className="lecteur">{` : ${titre}, le ${quand}`}</span>
            </a>
          ) : annule || corrigee ? (
            <Etiquette ton="attente">{annule ? 'annulé' : 'corrigé depuis'}</Etiquette>
          ) : null,
        }))}
      />
    </Bloc>
  );
}

export function AccordsEtAvis({
  accords,
  accordARecueillir,
  avis,
  formulaireAccord,
}: Pick<FicheMesureVue, 'accords' | 'accordARecueillir' | 'avis' | 'formulaireAccord'>) {
  return (
    <>
      {accordARecueillir || accords.length > 0 ? (
        <Bloc titre="Accord de la famille">
          {accords.length === 0 ? <p>Aucun accord ni refus n’est inscrit.</p> : null}
          <LignesDeBloc
            lignes={accords.map(({ cle, titre, detail, ton, mot }) => ({
              cle,
              titre,
              detail,
              fin: <Etiquette ton={ton}>{mot}</Etiquette>,
            }))}
          />
          {formulaireAccord ? (
            <p>
              <LienBouton petit download href={formulaireAccord}>
                Formulaire d’accord ou contrat (Word)
              </LienBouton>
            </p>
          ) : null}
        </Bloc>
      ) : null}
      <Bloc titre="Avis">
        {avis.length === 0 ? <p>Aucun avis n’est encore donné.</p> : null}
        <LignesDeBloc lignes={avis} />
      </Bloc>
    </>
  );
}
