/** The most questions that are asked at once: the form has to be answered by somebody. */
export const MOST_QUESTIONS = 50;

/** Lengths in characters, and the most options of one question, those that are not offered any more included. */
export const NO_LONGER_THAN = { label: 500, help: 1000, option: 200, value: 60, options: 60 } as const;
