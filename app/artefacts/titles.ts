/** An artefact's name, in characters. */
export const longestTitle = 200
