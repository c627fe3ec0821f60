/** The marks that only the newsroom sees, as a node's `marks` names them: every text may carry them. */
export const EDITORIAL = 'comment claim inserted removed toDo'
