const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text of an address or a form can be an id at all: the database meets anything else with a fault. */
export const isId = (text: string): boolean => form.test(text)
