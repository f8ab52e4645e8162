// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.finding;

/** What a finding means for the conclusion. */
public enum Weight {
  /** Something is not as it must be: the audit fails. */
  DIFFERS,
  /** Something was not looked at, so that the audit says nothing of it. */
  NOT_CHECKED,
  /** Something that an auditor may want to know and that breaks nothing. */
  NOTED
}
