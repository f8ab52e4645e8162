// SPDX-License-Identifier: Apache-2.0
/** What an audit finds, and where. */
package org.grasslandcarbon.audit.finding;
