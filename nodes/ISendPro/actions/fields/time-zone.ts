/** In which time zone a time is read that has no offset and no time zone option. */
export const WORKFLOW_TIME_ZONE = "the workflow's time zone (New York unless set in n8n)";
