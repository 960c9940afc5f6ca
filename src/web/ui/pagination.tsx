import { buildAdresse } from './adresse.ts';

type PaginationProps = { page: number; pages: number; adresse: string };

/** Page précédente, suivante, première, dernière et voisines, par des liens. */
export function Pagination({ page, pages, adresse }: PaginationProps) {
  if (pages <= 1) return null;
  const lien = (numero: number) => buildAdresse(adresse, { page: numero === 1 ? null : numero });
  return (
    <nav className="pagination" aria-label="Pages de la liste">
      <p>
        Page {page} sur {pages}
      </p>
      <ul>
        {page > 1 ? (
          <li>
            <a href={lien(page - 1)} rel="prev">
              Précédente
            </a>
          </li>
        ) : null}
        {computePages(page, pages).map((numero) =>
          numero < 0 ? (
            <li key={numero}>
              <span>…</span>
            </li>
          ) : (
            <li key={numero}>
              <a href={lien(numero)} aria-label={`Page ${numero}`} aria-current={numero === page ? 'page' : undefined}>
                {numero}
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={lien(page + 1)} rel="next">
              Suivante
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** Les numéros à montrer ; un nombre négatif tient la place d'un saut. */
export function computePages(page: number, pages: number): number[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return shown.flatMap((numero, rang) => {
    const previous = shown[rang - 1];
    return previous !== undefined && numero - previous > 1 ? [-numero, numero] : [numero];
  });
}
