import { data } from 'react-router';
import { Refus } from '#server/errors.ts';

/** Un document Word à enregistrer. Une trame qui ne convient plus donne 422 et sa phrase, non une panne. */
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
    throw erreur instanceof Refus ? data({ message: erreur.message }, { status: 422 }) : erreur;
  }
}
