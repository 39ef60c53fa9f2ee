/** Words of the tour: four steps, each with one thing to remember. */
export const tourText = {
  title: 'Tour of Landfall',
  steps: [
    {
      id: 'file',
      title: 'One customer, one file',
      text: 'Everything about an engagement stands in one file on this computer: inventory, decisions, plan, checklist, evidence. Nothing needs a network, and nothing has to be saved by hand.',
    },
    {
      id: 'inventory',
      title: 'Drop an inventory on the window',
      text: 'An RVTools workbook or any table of machines. A preview shows what was understood before anything is kept, and every value remembers the file and row it came from.',
    },
    {
      id: 'plan',
      title: 'From readiness to waves',
      text: 'Rules with their source say what stops which machine; unknown is never green. Move groups are then put into the fewest waves that your windows, freezes and lines allow.',
    },
    {
      id: 'journal',
      title: 'Proof of every step',
      text: 'The checklist says what to do now and keeps the evidence. Each act is a line in the journal that can be undone, found and verified, and the reports are made from it.',
    },
  ],
  stepOf: (number: number, count: number): string => `Step ${number} of ${count}`,
  skip: 'Skip the tour',
  back: 'Back',
  next: 'Next',
  done: 'Done',
} as const;
