// SPDX-License-Identifier: Apache-2.0
/** Statements of days and periods. */
package org.grasslandcarbon.cli.statement;
