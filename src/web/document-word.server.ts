import { Refus } from '#server/errors.ts';

/** Un document Word à enregistrer. Ce qui se refuse (une trame qui ne convient plus) donne 422 et sa phrase à lire, non une panne. */
export async function sendDocumentWord(nom: string, build: () => Promise<Buffer>): Promise<Response> {
  try {
    return new Response(new Uint8Array(await build()), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'Content-Disposition': `attachment; filename="${nom}.docx"`,
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    return new Response(`${erreur.message}\n`, {
      status: 422,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
    });
  }
}
