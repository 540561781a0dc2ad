/** What can stand in the way of deciding who works in an organisation. */
export type MemberFailure =
  | "email_invalid"
  | "role_unknown"
  | "event_unknown"
  | "already_member"
  | "already_invited"
  | "member_gone"
  | "last_owner"
  | "not_owner"
  | "invitation_gone"
  | "name_required"
  | "name_taken"
  | "sign_up_closed"
  | "rate_limited"
  | "wrong_form";
