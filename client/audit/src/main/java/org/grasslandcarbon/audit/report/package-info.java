// SPDX-License-Identifier: Apache-2.0
/** The end of an audit: what was checked and found, signed by the auditor, and in words. */
package org.grasslandcarbon.audit.report;
