import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_publishing_roles" AS ENUM('contributor', 'editor', 'approver', 'administrator', 'privateNames', 'withdrawal', 'emergencyWithdrawal');
  CREATE TYPE "public"."enum_reviews_recommendations_status" AS ENUM('notStarted', 'inProgress', 'complete');
  CREATE TYPE "public"."enum_reviews_review_type" AS ENUM('SCR', 'LCSPR', 'thematic', 'local');
  CREATE TYPE "public"."enum_reviews_age_band" AS ENUM('under1', 'age1to5', 'age6to10', 'age11to15', 'age16to17', 'age18plus', 'several');
  CREATE TYPE "public"."enum_reviews_published_by_body" AS ENUM('thisPartnership', 'anotherBody');
  CREATE TYPE "public"."enum_reviews_action_plan_status" AS ENUM('notStarted', 'inProgress', 'complete');
  CREATE TYPE "public"."enum_reviews_report_availability" AS ENUM('published', 'onRequest', 'nationalRepository', 'delayed', 'notPublished', 'notStated');
  CREATE TYPE "public"."enum_reviews_published_on_precision" AS ENUM('day', 'month', 'year');
  CREATE TYPE "public"."enum_reviews_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__reviews_v_version_recommendations_status" AS ENUM('notStarted', 'inProgress', 'complete');
  CREATE TYPE "public"."enum__reviews_v_version_review_type" AS ENUM('SCR', 'LCSPR', 'thematic', 'local');
  CREATE TYPE "public"."enum__reviews_v_version_age_band" AS ENUM('under1', 'age1to5', 'age6to10', 'age11to15', 'age16to17', 'age18plus', 'several');
  CREATE TYPE "public"."enum__reviews_v_version_published_by_body" AS ENUM('thisPartnership', 'anotherBody');
  CREATE TYPE "public"."enum__reviews_v_version_action_plan_status" AS ENUM('notStarted', 'inProgress', 'complete');
  CREATE TYPE "public"."enum__reviews_v_version_report_availability" AS ENUM('published', 'onRequest', 'nationalRepository', 'delayed', 'notPublished', 'notStated');
  CREATE TYPE "public"."enum__reviews_v_version_published_on_precision" AS ENUM('day', 'month', 'year');
  CREATE TYPE "public"."enum__reviews_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_leaflets_kind" AS ENUM('learningLeaflet', 'sevenMinuteBriefing', 'practiceBrief', 'other');
  CREATE TYPE "public"."enum_leaflets_published_on_precision" AS ENUM('day', 'month', 'year');
  CREATE TYPE "public"."enum_leaflets_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__leaflets_v_version_kind" AS ENUM('learningLeaflet', 'sevenMinuteBriefing', 'practiceBrief', 'other');
  CREATE TYPE "public"."enum__leaflets_v_version_published_on_precision" AS ENUM('day', 'month', 'year');
  CREATE TYPE "public"."enum__leaflets_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_framework_documents_kind" AS ENUM('learningAndImprovementFramework', 'localGuidance', 'statutoryGuidance', 'nationalRepository', 'other');
  CREATE TYPE "public"."enum_framework_documents_published_on_precision" AS ENUM('day', 'month', 'year');
  CREATE TYPE "public"."enum_framework_documents_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__framework_documents_v_version_kind" AS ENUM('learningAndImprovementFramework', 'localGuidance', 'statutoryGuidance', 'nationalRepository', 'other');
  CREATE TYPE "public"."enum__framework_documents_v_version_published_on_precision" AS ENUM('day', 'month', 'year');
  CREATE TYPE "public"."enum__framework_documents_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_themes_facet" AS ENUM('harm', 'child', 'family', 'practice', 'sector');
  CREATE TYPE "public"."enum_file_checks_state" AS ENUM('waiting', 'running', 'finished');
  CREATE TYPE "public"."enum_approvals_state" AS ENUM('asked', 'approved', 'refused', 'takenBack', 'published');
  CREATE TYPE "public"."enum_withdrawals_ground" AS ENUM('courtOrder', 'identification', 'wrongDocument', 'other');
  CREATE TYPE "public"."enum_withdrawals_state" AS ENUM('asked', 'executed', 'declined', 'reinstated');
  CREATE TYPE "public"."enum_publication_events_kind" AS ENUM('published', 'corrected', 'draftOverPublished', 'refused', 'periodEnded', 'unpublished', 'deleted', 'withdrawalAsked', 'withdrawalApproved', 'withdrawalDeclined', 'withdrawn', 'reinstated', 'checked', 'sealLowered', 'sealRaised');
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'checkAvailability', 'remindOfWithdrawals', 'checkFile', 'sendMail', 'remindOfPeriods', 'schedulePublish');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'checkAvailability', 'remindOfWithdrawals', 'checkFile', 'sendMail', 'remindOfPeriods', 'schedulePublish');
  CREATE TYPE "public"."enum_case_reviews_page_section_order" AS ENUM('introduction', 'notifiableIncidents', 'rapidReview', 'publicationPromise', 'localGuidance', 'caseReviews', 'nationalRepository', 'learningAndImprovementFramework');
  CREATE TYPE "public"."enum_case_reviews_page_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__case_reviews_page_v_version_section_order" AS ENUM('introduction', 'notifiableIncidents', 'rapidReview', 'publicationPromise', 'localGuidance', 'caseReviews', 'nationalRepository', 'learningAndImprovementFramework');
  CREATE TYPE "public"."enum__case_reviews_page_v_version_status" AS ENUM('draft', 'published');
  CREATE TABLE "users_publishing_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_users_publishing_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"is_disabled" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "reviews_recommendations" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"recommendation" varchar,
  	"due_by" timestamp(3) with time zone,
  	"status" "enum_reviews_recommendations_status",
  	"response" varchar
  );
  
  CREATE TABLE "reviews_change_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone,
  	"note" varchar
  );
  
  CREATE TABLE "reviews_replaced_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"link" varchar,
  	"replaced_at" timestamp(3) with time zone,
  	"note" varchar
  );
  
  CREATE TABLE "reviews_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"path" varchar,
  	"code" varchar
  );
  
  CREATE TABLE "reviews" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"review_type" "enum_reviews_review_type",
  	"summary" jsonb,
  	"age_band" "enum_reviews_age_band",
  	"reviewer" varchar,
  	"published_by_body" "enum_reviews_published_by_body" DEFAULT 'thisPartnership',
  	"published_by_name" varchar,
  	"published_by_url" varchar,
  	"learning" jsonb,
  	"underlying_reasons" jsonb,
  	"action_plan_status" "enum_reviews_action_plan_status",
  	"action_plan_monitored_by" varchar,
  	"action_plan_text" jsonb,
  	"action_plan_updated_on" timestamp(3) with time zone,
  	"report_availability" "enum_reviews_report_availability",
  	"report_file_id" integer,
  	"report_link" varchar,
  	"report_reason" varchar,
  	"report_expected_on" timestamp(3) with time zone,
  	"improvements" jsonb,
  	"repository_record_url" varchar,
  	"repository_record_accession_number" varchar,
  	"published_on" timestamp(3) with time zone,
  	"published_on_precision" "enum_reviews_published_on_precision" DEFAULT 'day',
  	"previously_published_at" varchar,
  	"refers_to" jsonb,
  	"seeded_from_key" varchar,
  	"seeded_from_fingerprint" varchar,
  	"slug" varchar,
  	"first_published_at" timestamp(3) with time zone,
  	"protected_until" timestamp(3) with time zone,
  	"withdrawn_at" timestamp(3) with time zone,
  	"last_public_change_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_reviews_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "reviews_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "reviews_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"agencies_id" integer,
  	"themes_id" integer,
  	"reviews_id" integer
  );
  
  CREATE TABLE "_reviews_v_version_recommendations" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"recommendation" varchar,
  	"due_by" timestamp(3) with time zone,
  	"status" "enum__reviews_v_version_recommendations_status",
  	"response" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_reviews_v_version_change_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_reviews_v_version_replaced_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"link" varchar,
  	"replaced_at" timestamp(3) with time zone,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_reviews_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"path" varchar,
  	"code" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_reviews_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_review_type" "enum__reviews_v_version_review_type",
  	"version_summary" jsonb,
  	"version_age_band" "enum__reviews_v_version_age_band",
  	"version_reviewer" varchar,
  	"version_published_by_body" "enum__reviews_v_version_published_by_body" DEFAULT 'thisPartnership',
  	"version_published_by_name" varchar,
  	"version_published_by_url" varchar,
  	"version_learning" jsonb,
  	"version_underlying_reasons" jsonb,
  	"version_action_plan_status" "enum__reviews_v_version_action_plan_status",
  	"version_action_plan_monitored_by" varchar,
  	"version_action_plan_text" jsonb,
  	"version_action_plan_updated_on" timestamp(3) with time zone,
  	"version_report_availability" "enum__reviews_v_version_report_availability",
  	"version_report_file_id" integer,
  	"version_report_link" varchar,
  	"version_report_reason" varchar,
  	"version_report_expected_on" timestamp(3) with time zone,
  	"version_improvements" jsonb,
  	"version_repository_record_url" varchar,
  	"version_repository_record_accession_number" varchar,
  	"version_published_on" timestamp(3) with time zone,
  	"version_published_on_precision" "enum__reviews_v_version_published_on_precision" DEFAULT 'day',
  	"version_previously_published_at" varchar,
  	"version_refers_to" jsonb,
  	"version_seeded_from_key" varchar,
  	"version_seeded_from_fingerprint" varchar,
  	"version_slug" varchar,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_protected_until" timestamp(3) with time zone,
  	"version_withdrawn_at" timestamp(3) with time zone,
  	"version_last_public_change_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__reviews_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_reviews_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_reviews_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"agencies_id" integer,
  	"themes_id" integer,
  	"reviews_id" integer
  );
  
  CREATE TABLE "leaflets_change_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone,
  	"note" varchar
  );
  
  CREATE TABLE "leaflets_replaced_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"link" varchar,
  	"replaced_at" timestamp(3) with time zone,
  	"note" varchar
  );
  
  CREATE TABLE "leaflets_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"path" varchar,
  	"code" varchar
  );
  
  CREATE TABLE "leaflets" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"kind" "enum_leaflets_kind",
  	"summary" jsonb,
  	"file_id" integer,
  	"link" varchar,
  	"body" jsonb,
  	"published_on" timestamp(3) with time zone,
  	"published_on_precision" "enum_leaflets_published_on_precision" DEFAULT 'day',
  	"previously_published_at" varchar,
  	"refers_to" jsonb,
  	"seeded_from_key" varchar,
  	"seeded_from_fingerprint" varchar,
  	"slug" varchar,
  	"first_published_at" timestamp(3) with time zone,
  	"protected_until" timestamp(3) with time zone,
  	"withdrawn_at" timestamp(3) with time zone,
  	"last_public_change_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_leaflets_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "leaflets_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"reviews_id" integer,
  	"themes_id" integer
  );
  
  CREATE TABLE "_leaflets_v_version_change_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_leaflets_v_version_replaced_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"link" varchar,
  	"replaced_at" timestamp(3) with time zone,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_leaflets_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"path" varchar,
  	"code" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_leaflets_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_kind" "enum__leaflets_v_version_kind",
  	"version_summary" jsonb,
  	"version_file_id" integer,
  	"version_link" varchar,
  	"version_body" jsonb,
  	"version_published_on" timestamp(3) with time zone,
  	"version_published_on_precision" "enum__leaflets_v_version_published_on_precision" DEFAULT 'day',
  	"version_previously_published_at" varchar,
  	"version_refers_to" jsonb,
  	"version_seeded_from_key" varchar,
  	"version_seeded_from_fingerprint" varchar,
  	"version_slug" varchar,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_protected_until" timestamp(3) with time zone,
  	"version_withdrawn_at" timestamp(3) with time zone,
  	"version_last_public_change_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__leaflets_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_leaflets_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"reviews_id" integer,
  	"themes_id" integer
  );
  
  CREATE TABLE "framework_documents_change_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone,
  	"note" varchar
  );
  
  CREATE TABLE "framework_documents_replaced_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"link" varchar,
  	"replaced_at" timestamp(3) with time zone,
  	"note" varchar
  );
  
  CREATE TABLE "framework_documents_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"path" varchar,
  	"code" varchar
  );
  
  CREATE TABLE "framework_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"kind" "enum_framework_documents_kind",
  	"summary" jsonb,
  	"file_id" integer,
  	"link" varchar,
  	"body" jsonb,
  	"edition" varchar,
  	"review_due_on" timestamp(3) with time zone,
  	"supersedes_id" integer,
  	"published_on" timestamp(3) with time zone,
  	"published_on_precision" "enum_framework_documents_published_on_precision" DEFAULT 'day',
  	"previously_published_at" varchar,
  	"refers_to" jsonb,
  	"seeded_from_key" varchar,
  	"seeded_from_fingerprint" varchar,
  	"slug" varchar,
  	"first_published_at" timestamp(3) with time zone,
  	"protected_until" timestamp(3) with time zone,
  	"withdrawn_at" timestamp(3) with time zone,
  	"last_public_change_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_framework_documents_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_framework_documents_v_version_change_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_framework_documents_v_version_replaced_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"link" varchar,
  	"replaced_at" timestamp(3) with time zone,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_framework_documents_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"path" varchar,
  	"code" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_framework_documents_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_kind" "enum__framework_documents_v_version_kind",
  	"version_summary" jsonb,
  	"version_file_id" integer,
  	"version_link" varchar,
  	"version_body" jsonb,
  	"version_edition" varchar,
  	"version_review_due_on" timestamp(3) with time zone,
  	"version_supersedes_id" integer,
  	"version_published_on" timestamp(3) with time zone,
  	"version_published_on_precision" "enum__framework_documents_v_version_published_on_precision" DEFAULT 'day',
  	"version_previously_published_at" varchar,
  	"version_refers_to" jsonb,
  	"version_seeded_from_key" varchar,
  	"version_seeded_from_fingerprint" varchar,
  	"version_slug" varchar,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_protected_until" timestamp(3) with time zone,
  	"version_withdrawn_at" timestamp(3) with time zone,
  	"version_last_public_change_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__framework_documents_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "themes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"facet" "enum_themes_facet" NOT NULL,
  	"description" varchar,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "themes_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "themes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"themes_id" integer
  );
  
  CREATE TABLE "agencies" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "files" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"language" varchar DEFAULT 'en-GB',
  	"description" varchar,
  	"download_name" varchar,
  	"sha256" varchar,
  	"is_public" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar
  );
  
  CREATE TABLE "file_checks" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"publication" varchar,
  	"names" varchar DEFAULT '',
  	"state" "enum_file_checks_state",
  	"pages" numeric,
  	"pages_done" numeric,
  	"language" varchar,
  	"findings" jsonb,
  	"errors" numeric,
  	"accepted" jsonb,
  	"text" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "private_names" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"publication" varchar NOT NULL,
  	"sealed" varchar NOT NULL
  );
  
  CREATE TABLE "approvals_comments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"by" varchar,
  	"at" timestamp(3) with time zone
  );
  
  CREATE TABLE "approvals" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"message" varchar,
  	"state" "enum_approvals_state",
  	"title" varchar,
  	"publication" varchar,
  	"content_hash" varchar,
  	"asked_by" varchar,
  	"asked_at" timestamp(3) with time zone,
  	"decided_by" varchar,
  	"decided_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "approvals_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"reviews_id" integer,
  	"leaflets_id" integer,
  	"framework_documents_id" integer
  );
  
  CREATE TABLE "withdrawals" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ground" "enum_withdrawals_ground" NOT NULL,
  	"reason" varchar NOT NULL,
  	"notice" varchar NOT NULL,
  	"improvements" jsonb,
  	"is_emergency" boolean DEFAULT false,
  	"state" "enum_withdrawals_state",
  	"published_in" varchar,
  	"slug" varchar,
  	"withdrawn_at" timestamp(3) with time zone,
  	"publication" varchar,
  	"asked_by" varchar,
  	"asked_at" timestamp(3) with time zone,
  	"approval_due_at" timestamp(3) with time zone,
  	"approved_by" varchar,
  	"approved_at" timestamp(3) with time zone,
  	"reinstated_by" varchar,
  	"reinstated_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "withdrawals_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"reviews_id" integer,
  	"leaflets_id" integer,
  	"framework_documents_id" integer
  );
  
  CREATE TABLE "publication_events" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"sequence" numeric,
  	"at" timestamp(3) with time zone NOT NULL,
  	"kind" "enum_publication_events_kind" NOT NULL,
  	"publication" varchar,
  	"actor" varchar,
  	"body" varchar NOT NULL,
  	"previous_hash" varchar,
  	"hash" varchar,
  	"transaction" varchar
  );
  
  CREATE TABLE "availability_checks" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"publication" varchar NOT NULL,
  	"checked_at" timestamp(3) with time zone NOT NULL,
  	"is_available" boolean
  );
  
  CREATE TABLE "availability_checks_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"meta" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer,
  	"reviews_id" integer,
  	"leaflets_id" integer,
  	"framework_documents_id" integer,
  	"themes_id" integer,
  	"agencies_id" integer,
  	"files_id" integer,
  	"withdrawals_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "case_reviews_page_section_order" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_case_reviews_page_section_order",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "case_reviews_page" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"introduction_heading" varchar,
  	"introduction_text" jsonb,
  	"notifiable_incidents_heading" varchar,
  	"notifiable_incidents_text" jsonb,
  	"rapid_review_heading" varchar,
  	"rapid_review_text" jsonb,
  	"publication_promise_heading" varchar,
  	"publication_promise_text" jsonb,
  	"local_guidance_heading" varchar,
  	"local_guidance_text" jsonb,
  	"case_reviews_heading" varchar,
  	"case_reviews_text" jsonb,
  	"national_repository_heading" varchar,
  	"national_repository_text" jsonb,
  	"learning_and_improvement_framework_heading" varchar,
  	"learning_and_improvement_framework_text" jsonb,
  	"refers_to" jsonb,
  	"seeded_from_key" varchar,
  	"seeded_from_fingerprint" varchar,
  	"_status" "enum_case_reviews_page_status" DEFAULT 'draft',
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "_case_reviews_page_v_version_section_order" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum__case_reviews_page_v_version_section_order",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_case_reviews_page_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_heading" varchar,
  	"version_introduction_heading" varchar,
  	"version_introduction_text" jsonb,
  	"version_notifiable_incidents_heading" varchar,
  	"version_notifiable_incidents_text" jsonb,
  	"version_rapid_review_heading" varchar,
  	"version_rapid_review_text" jsonb,
  	"version_publication_promise_heading" varchar,
  	"version_publication_promise_text" jsonb,
  	"version_local_guidance_heading" varchar,
  	"version_local_guidance_text" jsonb,
  	"version_case_reviews_heading" varchar,
  	"version_case_reviews_text" jsonb,
  	"version_national_repository_heading" varchar,
  	"version_national_repository_text" jsonb,
  	"version_learning_and_improvement_framework_heading" varchar,
  	"version_learning_and_improvement_framework_text" jsonb,
  	"version_refers_to" jsonb,
  	"version_seeded_from_key" varchar,
  	"version_seeded_from_fingerprint" varchar,
  	"version__status" "enum__case_reviews_page_v_version_status" DEFAULT 'draft',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "payload_jobs_stats" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"stats" jsonb,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "users_publishing_roles" ADD CONSTRAINT "users_publishing_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_recommendations" ADD CONSTRAINT "reviews_recommendations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_change_notes" ADD CONSTRAINT "reviews_change_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_replaced_documents" ADD CONSTRAINT "reviews_replaced_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reviews_replaced_documents" ADD CONSTRAINT "reviews_replaced_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_warnings" ADD CONSTRAINT "reviews_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews" ADD CONSTRAINT "reviews_report_file_id_files_id_fk" FOREIGN KEY ("report_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reviews_texts" ADD CONSTRAINT "reviews_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_rels" ADD CONSTRAINT "reviews_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_rels" ADD CONSTRAINT "reviews_rels_agencies_fk" FOREIGN KEY ("agencies_id") REFERENCES "public"."agencies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_rels" ADD CONSTRAINT "reviews_rels_themes_fk" FOREIGN KEY ("themes_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reviews_rels" ADD CONSTRAINT "reviews_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_version_recommendations" ADD CONSTRAINT "_reviews_v_version_recommendations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_version_change_notes" ADD CONSTRAINT "_reviews_v_version_change_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_version_replaced_documents" ADD CONSTRAINT "_reviews_v_version_replaced_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_reviews_v_version_replaced_documents" ADD CONSTRAINT "_reviews_v_version_replaced_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_version_warnings" ADD CONSTRAINT "_reviews_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v" ADD CONSTRAINT "_reviews_v_parent_id_reviews_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."reviews"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_reviews_v" ADD CONSTRAINT "_reviews_v_version_report_file_id_files_id_fk" FOREIGN KEY ("version_report_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_reviews_v_texts" ADD CONSTRAINT "_reviews_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_rels" ADD CONSTRAINT "_reviews_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_rels" ADD CONSTRAINT "_reviews_v_rels_agencies_fk" FOREIGN KEY ("agencies_id") REFERENCES "public"."agencies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_rels" ADD CONSTRAINT "_reviews_v_rels_themes_fk" FOREIGN KEY ("themes_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_reviews_v_rels" ADD CONSTRAINT "_reviews_v_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "leaflets_change_notes" ADD CONSTRAINT "leaflets_change_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "leaflets_replaced_documents" ADD CONSTRAINT "leaflets_replaced_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "leaflets_replaced_documents" ADD CONSTRAINT "leaflets_replaced_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "leaflets_warnings" ADD CONSTRAINT "leaflets_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "leaflets" ADD CONSTRAINT "leaflets_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "leaflets_rels" ADD CONSTRAINT "leaflets_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "leaflets_rels" ADD CONSTRAINT "leaflets_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "leaflets_rels" ADD CONSTRAINT "leaflets_rels_themes_fk" FOREIGN KEY ("themes_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_leaflets_v_version_change_notes" ADD CONSTRAINT "_leaflets_v_version_change_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_leaflets_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_leaflets_v_version_replaced_documents" ADD CONSTRAINT "_leaflets_v_version_replaced_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_leaflets_v_version_replaced_documents" ADD CONSTRAINT "_leaflets_v_version_replaced_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_leaflets_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_leaflets_v_version_warnings" ADD CONSTRAINT "_leaflets_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_leaflets_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_leaflets_v" ADD CONSTRAINT "_leaflets_v_parent_id_leaflets_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."leaflets"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_leaflets_v" ADD CONSTRAINT "_leaflets_v_version_file_id_files_id_fk" FOREIGN KEY ("version_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_leaflets_v_rels" ADD CONSTRAINT "_leaflets_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_leaflets_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_leaflets_v_rels" ADD CONSTRAINT "_leaflets_v_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_leaflets_v_rels" ADD CONSTRAINT "_leaflets_v_rels_themes_fk" FOREIGN KEY ("themes_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "framework_documents_change_notes" ADD CONSTRAINT "framework_documents_change_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."framework_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "framework_documents_replaced_documents" ADD CONSTRAINT "framework_documents_replaced_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "framework_documents_replaced_documents" ADD CONSTRAINT "framework_documents_replaced_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."framework_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "framework_documents_warnings" ADD CONSTRAINT "framework_documents_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."framework_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "framework_documents" ADD CONSTRAINT "framework_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "framework_documents" ADD CONSTRAINT "framework_documents_supersedes_id_framework_documents_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."framework_documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_framework_documents_v_version_change_notes" ADD CONSTRAINT "_framework_documents_v_version_change_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_framework_documents_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_framework_documents_v_version_replaced_documents" ADD CONSTRAINT "_framework_documents_v_version_replaced_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_framework_documents_v_version_replaced_documents" ADD CONSTRAINT "_framework_documents_v_version_replaced_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_framework_documents_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_framework_documents_v_version_warnings" ADD CONSTRAINT "_framework_documents_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_framework_documents_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_framework_documents_v" ADD CONSTRAINT "_framework_documents_v_parent_id_framework_documents_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."framework_documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_framework_documents_v" ADD CONSTRAINT "_framework_documents_v_version_file_id_files_id_fk" FOREIGN KEY ("version_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_framework_documents_v" ADD CONSTRAINT "_framework_documents_v_version_supersedes_id_framework_documents_id_fk" FOREIGN KEY ("version_supersedes_id") REFERENCES "public"."framework_documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "themes_texts" ADD CONSTRAINT "themes_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "themes_rels" ADD CONSTRAINT "themes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "themes_rels" ADD CONSTRAINT "themes_rels_themes_fk" FOREIGN KEY ("themes_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "file_checks" ADD CONSTRAINT "file_checks_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals_comments" ADD CONSTRAINT "approvals_comments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."approvals"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "approvals_rels" ADD CONSTRAINT "approvals_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."approvals"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "approvals_rels" ADD CONSTRAINT "approvals_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "approvals_rels" ADD CONSTRAINT "approvals_rels_leaflets_fk" FOREIGN KEY ("leaflets_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "approvals_rels" ADD CONSTRAINT "approvals_rels_framework_documents_fk" FOREIGN KEY ("framework_documents_id") REFERENCES "public"."framework_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "withdrawals_rels" ADD CONSTRAINT "withdrawals_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."withdrawals"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "withdrawals_rels" ADD CONSTRAINT "withdrawals_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "withdrawals_rels" ADD CONSTRAINT "withdrawals_rels_leaflets_fk" FOREIGN KEY ("leaflets_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "withdrawals_rels" ADD CONSTRAINT "withdrawals_rels_framework_documents_fk" FOREIGN KEY ("framework_documents_id") REFERENCES "public"."framework_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availability_checks_texts" ADD CONSTRAINT "availability_checks_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."availability_checks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reviews_fk" FOREIGN KEY ("reviews_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_leaflets_fk" FOREIGN KEY ("leaflets_id") REFERENCES "public"."leaflets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_framework_documents_fk" FOREIGN KEY ("framework_documents_id") REFERENCES "public"."framework_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_themes_fk" FOREIGN KEY ("themes_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_agencies_fk" FOREIGN KEY ("agencies_id") REFERENCES "public"."agencies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_files_fk" FOREIGN KEY ("files_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_withdrawals_fk" FOREIGN KEY ("withdrawals_id") REFERENCES "public"."withdrawals"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "case_reviews_page_section_order" ADD CONSTRAINT "case_reviews_page_section_order_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."case_reviews_page"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_case_reviews_page_v_version_section_order" ADD CONSTRAINT "_case_reviews_page_v_version_section_order_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_case_reviews_page_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "users_publishing_roles_order_idx" ON "users_publishing_roles" USING btree ("order");
  CREATE INDEX "users_publishing_roles_parent_idx" ON "users_publishing_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "reviews_recommendations_order_idx" ON "reviews_recommendations" USING btree ("_order");
  CREATE INDEX "reviews_recommendations_parent_id_idx" ON "reviews_recommendations" USING btree ("_parent_id");
  CREATE INDEX "reviews_change_notes_order_idx" ON "reviews_change_notes" USING btree ("_order");
  CREATE INDEX "reviews_change_notes_parent_id_idx" ON "reviews_change_notes" USING btree ("_parent_id");
  CREATE INDEX "reviews_replaced_documents_order_idx" ON "reviews_replaced_documents" USING btree ("_order");
  CREATE INDEX "reviews_replaced_documents_parent_id_idx" ON "reviews_replaced_documents" USING btree ("_parent_id");
  CREATE INDEX "reviews_replaced_documents_file_idx" ON "reviews_replaced_documents" USING btree ("file_id");
  CREATE INDEX "reviews_warnings_order_idx" ON "reviews_warnings" USING btree ("_order");
  CREATE INDEX "reviews_warnings_parent_id_idx" ON "reviews_warnings" USING btree ("_parent_id");
  CREATE INDEX "reviews_name_idx" ON "reviews" USING btree ("name");
  CREATE INDEX "reviews_review_type_idx" ON "reviews" USING btree ("review_type");
  CREATE INDEX "reviews_report_availability_idx" ON "reviews" USING btree ("report_availability");
  CREATE INDEX "reviews_report_file_idx" ON "reviews" USING btree ("report_file_id");
  CREATE INDEX "reviews_published_on_idx" ON "reviews" USING btree ("published_on");
  CREATE INDEX "reviews_seeded_from_seeded_from_key_idx" ON "reviews" USING btree ("seeded_from_key");
  CREATE UNIQUE INDEX "reviews_slug_idx" ON "reviews" USING btree ("slug");
  CREATE INDEX "reviews_protected_until_idx" ON "reviews" USING btree ("protected_until");
  CREATE INDEX "reviews_withdrawn_at_idx" ON "reviews" USING btree ("withdrawn_at");
  CREATE INDEX "reviews_updated_at_idx" ON "reviews" USING btree ("updated_at");
  CREATE INDEX "reviews_created_at_idx" ON "reviews" USING btree ("created_at");
  CREATE INDEX "reviews_deleted_at_idx" ON "reviews" USING btree ("deleted_at");
  CREATE INDEX "reviews__status_idx" ON "reviews" USING btree ("_status");
  CREATE INDEX "reviews_texts_order_parent" ON "reviews_texts" USING btree ("order","parent_id");
  CREATE INDEX "reviews_rels_order_idx" ON "reviews_rels" USING btree ("order");
  CREATE INDEX "reviews_rels_parent_idx" ON "reviews_rels" USING btree ("parent_id");
  CREATE INDEX "reviews_rels_path_idx" ON "reviews_rels" USING btree ("path");
  CREATE INDEX "reviews_rels_agencies_id_idx" ON "reviews_rels" USING btree ("agencies_id");
  CREATE INDEX "reviews_rels_themes_id_idx" ON "reviews_rels" USING btree ("themes_id");
  CREATE INDEX "reviews_rels_reviews_id_idx" ON "reviews_rels" USING btree ("reviews_id");
  CREATE INDEX "_reviews_v_version_recommendations_order_idx" ON "_reviews_v_version_recommendations" USING btree ("_order");
  CREATE INDEX "_reviews_v_version_recommendations_parent_id_idx" ON "_reviews_v_version_recommendations" USING btree ("_parent_id");
  CREATE INDEX "_reviews_v_version_change_notes_order_idx" ON "_reviews_v_version_change_notes" USING btree ("_order");
  CREATE INDEX "_reviews_v_version_change_notes_parent_id_idx" ON "_reviews_v_version_change_notes" USING btree ("_parent_id");
  CREATE INDEX "_reviews_v_version_replaced_documents_order_idx" ON "_reviews_v_version_replaced_documents" USING btree ("_order");
  CREATE INDEX "_reviews_v_version_replaced_documents_parent_id_idx" ON "_reviews_v_version_replaced_documents" USING btree ("_parent_id");
  CREATE INDEX "_reviews_v_version_replaced_documents_file_idx" ON "_reviews_v_version_replaced_documents" USING btree ("file_id");
  CREATE INDEX "_reviews_v_version_warnings_order_idx" ON "_reviews_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_reviews_v_version_warnings_parent_id_idx" ON "_reviews_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_reviews_v_parent_idx" ON "_reviews_v" USING btree ("parent_id");
  CREATE INDEX "_reviews_v_version_version_name_idx" ON "_reviews_v" USING btree ("version_name");
  CREATE INDEX "_reviews_v_version_version_review_type_idx" ON "_reviews_v" USING btree ("version_review_type");
  CREATE INDEX "_reviews_v_version_version_report_availability_idx" ON "_reviews_v" USING btree ("version_report_availability");
  CREATE INDEX "_reviews_v_version_version_report_file_idx" ON "_reviews_v" USING btree ("version_report_file_id");
  CREATE INDEX "_reviews_v_version_version_published_on_idx" ON "_reviews_v" USING btree ("version_published_on");
  CREATE INDEX "_reviews_v_version_seeded_from_version_seeded_from_key_idx" ON "_reviews_v" USING btree ("version_seeded_from_key");
  CREATE INDEX "_reviews_v_version_version_slug_idx" ON "_reviews_v" USING btree ("version_slug");
  CREATE INDEX "_reviews_v_version_version_protected_until_idx" ON "_reviews_v" USING btree ("version_protected_until");
  CREATE INDEX "_reviews_v_version_version_withdrawn_at_idx" ON "_reviews_v" USING btree ("version_withdrawn_at");
  CREATE INDEX "_reviews_v_version_version_updated_at_idx" ON "_reviews_v" USING btree ("version_updated_at");
  CREATE INDEX "_reviews_v_version_version_created_at_idx" ON "_reviews_v" USING btree ("version_created_at");
  CREATE INDEX "_reviews_v_version_version_deleted_at_idx" ON "_reviews_v" USING btree ("version_deleted_at");
  CREATE INDEX "_reviews_v_version_version__status_idx" ON "_reviews_v" USING btree ("version__status");
  CREATE INDEX "_reviews_v_created_at_idx" ON "_reviews_v" USING btree ("created_at");
  CREATE INDEX "_reviews_v_updated_at_idx" ON "_reviews_v" USING btree ("updated_at");
  CREATE INDEX "_reviews_v_latest_idx" ON "_reviews_v" USING btree ("latest");
  CREATE INDEX "_reviews_v_autosave_idx" ON "_reviews_v" USING btree ("autosave");
  CREATE INDEX "_reviews_v_texts_order_parent" ON "_reviews_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_reviews_v_rels_order_idx" ON "_reviews_v_rels" USING btree ("order");
  CREATE INDEX "_reviews_v_rels_parent_idx" ON "_reviews_v_rels" USING btree ("parent_id");
  CREATE INDEX "_reviews_v_rels_path_idx" ON "_reviews_v_rels" USING btree ("path");
  CREATE INDEX "_reviews_v_rels_agencies_id_idx" ON "_reviews_v_rels" USING btree ("agencies_id");
  CREATE INDEX "_reviews_v_rels_themes_id_idx" ON "_reviews_v_rels" USING btree ("themes_id");
  CREATE INDEX "_reviews_v_rels_reviews_id_idx" ON "_reviews_v_rels" USING btree ("reviews_id");
  CREATE INDEX "leaflets_change_notes_order_idx" ON "leaflets_change_notes" USING btree ("_order");
  CREATE INDEX "leaflets_change_notes_parent_id_idx" ON "leaflets_change_notes" USING btree ("_parent_id");
  CREATE INDEX "leaflets_replaced_documents_order_idx" ON "leaflets_replaced_documents" USING btree ("_order");
  CREATE INDEX "leaflets_replaced_documents_parent_id_idx" ON "leaflets_replaced_documents" USING btree ("_parent_id");
  CREATE INDEX "leaflets_replaced_documents_file_idx" ON "leaflets_replaced_documents" USING btree ("file_id");
  CREATE INDEX "leaflets_warnings_order_idx" ON "leaflets_warnings" USING btree ("_order");
  CREATE INDEX "leaflets_warnings_parent_id_idx" ON "leaflets_warnings" USING btree ("_parent_id");
  CREATE INDEX "leaflets_title_idx" ON "leaflets" USING btree ("title");
  CREATE INDEX "leaflets_kind_idx" ON "leaflets" USING btree ("kind");
  CREATE INDEX "leaflets_file_idx" ON "leaflets" USING btree ("file_id");
  CREATE INDEX "leaflets_published_on_idx" ON "leaflets" USING btree ("published_on");
  CREATE INDEX "leaflets_seeded_from_seeded_from_key_idx" ON "leaflets" USING btree ("seeded_from_key");
  CREATE UNIQUE INDEX "leaflets_slug_idx" ON "leaflets" USING btree ("slug");
  CREATE INDEX "leaflets_protected_until_idx" ON "leaflets" USING btree ("protected_until");
  CREATE INDEX "leaflets_withdrawn_at_idx" ON "leaflets" USING btree ("withdrawn_at");
  CREATE INDEX "leaflets_updated_at_idx" ON "leaflets" USING btree ("updated_at");
  CREATE INDEX "leaflets_created_at_idx" ON "leaflets" USING btree ("created_at");
  CREATE INDEX "leaflets_deleted_at_idx" ON "leaflets" USING btree ("deleted_at");
  CREATE INDEX "leaflets__status_idx" ON "leaflets" USING btree ("_status");
  CREATE INDEX "leaflets_rels_order_idx" ON "leaflets_rels" USING btree ("order");
  CREATE INDEX "leaflets_rels_parent_idx" ON "leaflets_rels" USING btree ("parent_id");
  CREATE INDEX "leaflets_rels_path_idx" ON "leaflets_rels" USING btree ("path");
  CREATE INDEX "leaflets_rels_reviews_id_idx" ON "leaflets_rels" USING btree ("reviews_id");
  CREATE INDEX "leaflets_rels_themes_id_idx" ON "leaflets_rels" USING btree ("themes_id");
  CREATE INDEX "_leaflets_v_version_change_notes_order_idx" ON "_leaflets_v_version_change_notes" USING btree ("_order");
  CREATE INDEX "_leaflets_v_version_change_notes_parent_id_idx" ON "_leaflets_v_version_change_notes" USING btree ("_parent_id");
  CREATE INDEX "_leaflets_v_version_replaced_documents_order_idx" ON "_leaflets_v_version_replaced_documents" USING btree ("_order");
  CREATE INDEX "_leaflets_v_version_replaced_documents_parent_id_idx" ON "_leaflets_v_version_replaced_documents" USING btree ("_parent_id");
  CREATE INDEX "_leaflets_v_version_replaced_documents_file_idx" ON "_leaflets_v_version_replaced_documents" USING btree ("file_id");
  CREATE INDEX "_leaflets_v_version_warnings_order_idx" ON "_leaflets_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_leaflets_v_version_warnings_parent_id_idx" ON "_leaflets_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_leaflets_v_parent_idx" ON "_leaflets_v" USING btree ("parent_id");
  CREATE INDEX "_leaflets_v_version_version_title_idx" ON "_leaflets_v" USING btree ("version_title");
  CREATE INDEX "_leaflets_v_version_version_kind_idx" ON "_leaflets_v" USING btree ("version_kind");
  CREATE INDEX "_leaflets_v_version_version_file_idx" ON "_leaflets_v" USING btree ("version_file_id");
  CREATE INDEX "_leaflets_v_version_version_published_on_idx" ON "_leaflets_v" USING btree ("version_published_on");
  CREATE INDEX "_leaflets_v_version_seeded_from_version_seeded_from_key_idx" ON "_leaflets_v" USING btree ("version_seeded_from_key");
  CREATE INDEX "_leaflets_v_version_version_slug_idx" ON "_leaflets_v" USING btree ("version_slug");
  CREATE INDEX "_leaflets_v_version_version_protected_until_idx" ON "_leaflets_v" USING btree ("version_protected_until");
  CREATE INDEX "_leaflets_v_version_version_withdrawn_at_idx" ON "_leaflets_v" USING btree ("version_withdrawn_at");
  CREATE INDEX "_leaflets_v_version_version_updated_at_idx" ON "_leaflets_v" USING btree ("version_updated_at");
  CREATE INDEX "_leaflets_v_version_version_created_at_idx" ON "_leaflets_v" USING btree ("version_created_at");
  CREATE INDEX "_leaflets_v_version_version_deleted_at_idx" ON "_leaflets_v" USING btree ("version_deleted_at");
  CREATE INDEX "_leaflets_v_version_version__status_idx" ON "_leaflets_v" USING btree ("version__status");
  CREATE INDEX "_leaflets_v_created_at_idx" ON "_leaflets_v" USING btree ("created_at");
  CREATE INDEX "_leaflets_v_updated_at_idx" ON "_leaflets_v" USING btree ("updated_at");
  CREATE INDEX "_leaflets_v_latest_idx" ON "_leaflets_v" USING btree ("latest");
  CREATE INDEX "_leaflets_v_autosave_idx" ON "_leaflets_v" USING btree ("autosave");
  CREATE INDEX "_leaflets_v_rels_order_idx" ON "_leaflets_v_rels" USING btree ("order");
  CREATE INDEX "_leaflets_v_rels_parent_idx" ON "_leaflets_v_rels" USING btree ("parent_id");
  CREATE INDEX "_leaflets_v_rels_path_idx" ON "_leaflets_v_rels" USING btree ("path");
  CREATE INDEX "_leaflets_v_rels_reviews_id_idx" ON "_leaflets_v_rels" USING btree ("reviews_id");
  CREATE INDEX "_leaflets_v_rels_themes_id_idx" ON "_leaflets_v_rels" USING btree ("themes_id");
  CREATE INDEX "framework_documents_change_notes_order_idx" ON "framework_documents_change_notes" USING btree ("_order");
  CREATE INDEX "framework_documents_change_notes_parent_id_idx" ON "framework_documents_change_notes" USING btree ("_parent_id");
  CREATE INDEX "framework_documents_replaced_documents_order_idx" ON "framework_documents_replaced_documents" USING btree ("_order");
  CREATE INDEX "framework_documents_replaced_documents_parent_id_idx" ON "framework_documents_replaced_documents" USING btree ("_parent_id");
  CREATE INDEX "framework_documents_replaced_documents_file_idx" ON "framework_documents_replaced_documents" USING btree ("file_id");
  CREATE INDEX "framework_documents_warnings_order_idx" ON "framework_documents_warnings" USING btree ("_order");
  CREATE INDEX "framework_documents_warnings_parent_id_idx" ON "framework_documents_warnings" USING btree ("_parent_id");
  CREATE INDEX "framework_documents_title_idx" ON "framework_documents" USING btree ("title");
  CREATE INDEX "framework_documents_kind_idx" ON "framework_documents" USING btree ("kind");
  CREATE INDEX "framework_documents_file_idx" ON "framework_documents" USING btree ("file_id");
  CREATE INDEX "framework_documents_supersedes_idx" ON "framework_documents" USING btree ("supersedes_id");
  CREATE INDEX "framework_documents_published_on_idx" ON "framework_documents" USING btree ("published_on");
  CREATE INDEX "framework_documents_seeded_from_seeded_from_key_idx" ON "framework_documents" USING btree ("seeded_from_key");
  CREATE UNIQUE INDEX "framework_documents_slug_idx" ON "framework_documents" USING btree ("slug");
  CREATE INDEX "framework_documents_protected_until_idx" ON "framework_documents" USING btree ("protected_until");
  CREATE INDEX "framework_documents_withdrawn_at_idx" ON "framework_documents" USING btree ("withdrawn_at");
  CREATE INDEX "framework_documents_updated_at_idx" ON "framework_documents" USING btree ("updated_at");
  CREATE INDEX "framework_documents_created_at_idx" ON "framework_documents" USING btree ("created_at");
  CREATE INDEX "framework_documents_deleted_at_idx" ON "framework_documents" USING btree ("deleted_at");
  CREATE INDEX "framework_documents__status_idx" ON "framework_documents" USING btree ("_status");
  CREATE INDEX "_framework_documents_v_version_change_notes_order_idx" ON "_framework_documents_v_version_change_notes" USING btree ("_order");
  CREATE INDEX "_framework_documents_v_version_change_notes_parent_id_idx" ON "_framework_documents_v_version_change_notes" USING btree ("_parent_id");
  CREATE INDEX "_framework_documents_v_version_replaced_documents_order_idx" ON "_framework_documents_v_version_replaced_documents" USING btree ("_order");
  CREATE INDEX "_framework_documents_v_version_replaced_documents_parent_id_idx" ON "_framework_documents_v_version_replaced_documents" USING btree ("_parent_id");
  CREATE INDEX "_framework_documents_v_version_replaced_documents_file_idx" ON "_framework_documents_v_version_replaced_documents" USING btree ("file_id");
  CREATE INDEX "_framework_documents_v_version_warnings_order_idx" ON "_framework_documents_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_framework_documents_v_version_warnings_parent_id_idx" ON "_framework_documents_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_framework_documents_v_parent_idx" ON "_framework_documents_v" USING btree ("parent_id");
  CREATE INDEX "_framework_documents_v_version_version_title_idx" ON "_framework_documents_v" USING btree ("version_title");
  CREATE INDEX "_framework_documents_v_version_version_kind_idx" ON "_framework_documents_v" USING btree ("version_kind");
  CREATE INDEX "_framework_documents_v_version_version_file_idx" ON "_framework_documents_v" USING btree ("version_file_id");
  CREATE INDEX "_framework_documents_v_version_version_supersedes_idx" ON "_framework_documents_v" USING btree ("version_supersedes_id");
  CREATE INDEX "_framework_documents_v_version_version_published_on_idx" ON "_framework_documents_v" USING btree ("version_published_on");
  CREATE INDEX "_framework_documents_v_version_seeded_from_version_seede_idx" ON "_framework_documents_v" USING btree ("version_seeded_from_key");
  CREATE INDEX "_framework_documents_v_version_version_slug_idx" ON "_framework_documents_v" USING btree ("version_slug");
  CREATE INDEX "_framework_documents_v_version_version_protected_until_idx" ON "_framework_documents_v" USING btree ("version_protected_until");
  CREATE INDEX "_framework_documents_v_version_version_withdrawn_at_idx" ON "_framework_documents_v" USING btree ("version_withdrawn_at");
  CREATE INDEX "_framework_documents_v_version_version_updated_at_idx" ON "_framework_documents_v" USING btree ("version_updated_at");
  CREATE INDEX "_framework_documents_v_version_version_created_at_idx" ON "_framework_documents_v" USING btree ("version_created_at");
  CREATE INDEX "_framework_documents_v_version_version_deleted_at_idx" ON "_framework_documents_v" USING btree ("version_deleted_at");
  CREATE INDEX "_framework_documents_v_version_version__status_idx" ON "_framework_documents_v" USING btree ("version__status");
  CREATE INDEX "_framework_documents_v_created_at_idx" ON "_framework_documents_v" USING btree ("created_at");
  CREATE INDEX "_framework_documents_v_updated_at_idx" ON "_framework_documents_v" USING btree ("updated_at");
  CREATE INDEX "_framework_documents_v_latest_idx" ON "_framework_documents_v" USING btree ("latest");
  CREATE INDEX "_framework_documents_v_autosave_idx" ON "_framework_documents_v" USING btree ("autosave");
  CREATE UNIQUE INDEX "themes_name_idx" ON "themes" USING btree ("name");
  CREATE INDEX "themes_facet_idx" ON "themes" USING btree ("facet");
  CREATE UNIQUE INDEX "themes_slug_idx" ON "themes" USING btree ("slug");
  CREATE INDEX "themes_updated_at_idx" ON "themes" USING btree ("updated_at");
  CREATE INDEX "themes_created_at_idx" ON "themes" USING btree ("created_at");
  CREATE INDEX "themes_deleted_at_idx" ON "themes" USING btree ("deleted_at");
  CREATE INDEX "themes_texts_order_parent" ON "themes_texts" USING btree ("order","parent_id");
  CREATE INDEX "themes_rels_order_idx" ON "themes_rels" USING btree ("order");
  CREATE INDEX "themes_rels_parent_idx" ON "themes_rels" USING btree ("parent_id");
  CREATE INDEX "themes_rels_path_idx" ON "themes_rels" USING btree ("path");
  CREATE INDEX "themes_rels_themes_id_idx" ON "themes_rels" USING btree ("themes_id");
  CREATE UNIQUE INDEX "agencies_name_idx" ON "agencies" USING btree ("name");
  CREATE UNIQUE INDEX "agencies_slug_idx" ON "agencies" USING btree ("slug");
  CREATE INDEX "agencies_updated_at_idx" ON "agencies" USING btree ("updated_at");
  CREATE INDEX "agencies_created_at_idx" ON "agencies" USING btree ("created_at");
  CREATE INDEX "agencies_deleted_at_idx" ON "agencies" USING btree ("deleted_at");
  CREATE INDEX "files_is_public_idx" ON "files" USING btree ("is_public");
  CREATE INDEX "files_updated_at_idx" ON "files" USING btree ("updated_at");
  CREATE INDEX "files_created_at_idx" ON "files" USING btree ("created_at");
  CREATE INDEX "files_deleted_at_idx" ON "files" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "files_filename_idx" ON "files" USING btree ("filename");
  CREATE INDEX "files_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "files" USING btree ("sizes_thumbnail_filename");
  CREATE INDEX "file_checks_file_idx" ON "file_checks" USING btree ("file_id");
  CREATE INDEX "file_checks_state_idx" ON "file_checks" USING btree ("state");
  CREATE INDEX "file_checks_errors_idx" ON "file_checks" USING btree ("errors");
  CREATE INDEX "file_checks_updated_at_idx" ON "file_checks" USING btree ("updated_at");
  CREATE INDEX "file_checks_created_at_idx" ON "file_checks" USING btree ("created_at");
  CREATE UNIQUE INDEX "private_names_publication_idx" ON "private_names" USING btree ("publication");
  CREATE INDEX "approvals_comments_order_idx" ON "approvals_comments" USING btree ("_order");
  CREATE INDEX "approvals_comments_parent_id_idx" ON "approvals_comments" USING btree ("_parent_id");
  CREATE INDEX "approvals_state_idx" ON "approvals" USING btree ("state");
  CREATE INDEX "approvals_publication_idx" ON "approvals" USING btree ("publication");
  CREATE INDEX "approvals_updated_at_idx" ON "approvals" USING btree ("updated_at");
  CREATE INDEX "approvals_created_at_idx" ON "approvals" USING btree ("created_at");
  CREATE INDEX "approvals_rels_order_idx" ON "approvals_rels" USING btree ("order");
  CREATE INDEX "approvals_rels_parent_idx" ON "approvals_rels" USING btree ("parent_id");
  CREATE INDEX "approvals_rels_path_idx" ON "approvals_rels" USING btree ("path");
  CREATE INDEX "approvals_rels_reviews_id_idx" ON "approvals_rels" USING btree ("reviews_id");
  CREATE INDEX "approvals_rels_leaflets_id_idx" ON "approvals_rels" USING btree ("leaflets_id");
  CREATE INDEX "approvals_rels_framework_documents_id_idx" ON "approvals_rels" USING btree ("framework_documents_id");
  CREATE INDEX "withdrawals_state_idx" ON "withdrawals" USING btree ("state");
  CREATE INDEX "withdrawals_slug_idx" ON "withdrawals" USING btree ("slug");
  CREATE INDEX "withdrawals_publication_idx" ON "withdrawals" USING btree ("publication");
  CREATE INDEX "withdrawals_updated_at_idx" ON "withdrawals" USING btree ("updated_at");
  CREATE INDEX "withdrawals_created_at_idx" ON "withdrawals" USING btree ("created_at");
  CREATE INDEX "withdrawals_rels_order_idx" ON "withdrawals_rels" USING btree ("order");
  CREATE INDEX "withdrawals_rels_parent_idx" ON "withdrawals_rels" USING btree ("parent_id");
  CREATE INDEX "withdrawals_rels_path_idx" ON "withdrawals_rels" USING btree ("path");
  CREATE INDEX "withdrawals_rels_reviews_id_idx" ON "withdrawals_rels" USING btree ("reviews_id");
  CREATE INDEX "withdrawals_rels_leaflets_id_idx" ON "withdrawals_rels" USING btree ("leaflets_id");
  CREATE INDEX "withdrawals_rels_framework_documents_id_idx" ON "withdrawals_rels" USING btree ("framework_documents_id");
  CREATE UNIQUE INDEX "publication_events_sequence_idx" ON "publication_events" USING btree ("sequence");
  CREATE INDEX "publication_events_kind_idx" ON "publication_events" USING btree ("kind");
  CREATE INDEX "publication_events_publication_idx" ON "publication_events" USING btree ("publication");
  CREATE INDEX "publication_events_transaction_idx" ON "publication_events" USING btree ("transaction");
  CREATE INDEX "availability_checks_publication_idx" ON "availability_checks" USING btree ("publication");
  CREATE INDEX "availability_checks_checked_at_idx" ON "availability_checks" USING btree ("checked_at");
  CREATE INDEX "availability_checks_is_available_idx" ON "availability_checks" USING btree ("is_available");
  CREATE INDEX "availability_checks_texts_order_parent" ON "availability_checks_texts" USING btree ("order","parent_id");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_reviews_id_idx" ON "payload_locked_documents_rels" USING btree ("reviews_id");
  CREATE INDEX "payload_locked_documents_rels_leaflets_id_idx" ON "payload_locked_documents_rels" USING btree ("leaflets_id");
  CREATE INDEX "payload_locked_documents_rels_framework_documents_id_idx" ON "payload_locked_documents_rels" USING btree ("framework_documents_id");
  CREATE INDEX "payload_locked_documents_rels_themes_id_idx" ON "payload_locked_documents_rels" USING btree ("themes_id");
  CREATE INDEX "payload_locked_documents_rels_agencies_id_idx" ON "payload_locked_documents_rels" USING btree ("agencies_id");
  CREATE INDEX "payload_locked_documents_rels_files_id_idx" ON "payload_locked_documents_rels" USING btree ("files_id");
  CREATE INDEX "payload_locked_documents_rels_withdrawals_id_idx" ON "payload_locked_documents_rels" USING btree ("withdrawals_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "case_reviews_page_section_order_order_idx" ON "case_reviews_page_section_order" USING btree ("order");
  CREATE INDEX "case_reviews_page_section_order_parent_idx" ON "case_reviews_page_section_order" USING btree ("parent_id");
  CREATE INDEX "case_reviews_page_seeded_from_seeded_from_key_idx" ON "case_reviews_page" USING btree ("seeded_from_key");
  CREATE INDEX "case_reviews_page__status_idx" ON "case_reviews_page" USING btree ("_status");
  CREATE INDEX "_case_reviews_page_v_version_section_order_order_idx" ON "_case_reviews_page_v_version_section_order" USING btree ("order");
  CREATE INDEX "_case_reviews_page_v_version_section_order_parent_idx" ON "_case_reviews_page_v_version_section_order" USING btree ("parent_id");
  CREATE INDEX "_case_reviews_page_v_version_seeded_from_version_seeded__idx" ON "_case_reviews_page_v" USING btree ("version_seeded_from_key");
  CREATE INDEX "_case_reviews_page_v_version_version__status_idx" ON "_case_reviews_page_v" USING btree ("version__status");
  CREATE INDEX "_case_reviews_page_v_created_at_idx" ON "_case_reviews_page_v" USING btree ("created_at");
  CREATE INDEX "_case_reviews_page_v_updated_at_idx" ON "_case_reviews_page_v" USING btree ("updated_at");
  CREATE INDEX "_case_reviews_page_v_latest_idx" ON "_case_reviews_page_v" USING btree ("latest");
  CREATE INDEX "_case_reviews_page_v_autosave_idx" ON "_case_reviews_page_v" USING btree ("autosave");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "users_publishing_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "reviews_recommendations" CASCADE;
  DROP TABLE "reviews_change_notes" CASCADE;
  DROP TABLE "reviews_replaced_documents" CASCADE;
  DROP TABLE "reviews_warnings" CASCADE;
  DROP TABLE "reviews" CASCADE;
  DROP TABLE "reviews_texts" CASCADE;
  DROP TABLE "reviews_rels" CASCADE;
  DROP TABLE "_reviews_v_version_recommendations" CASCADE;
  DROP TABLE "_reviews_v_version_change_notes" CASCADE;
  DROP TABLE "_reviews_v_version_replaced_documents" CASCADE;
  DROP TABLE "_reviews_v_version_warnings" CASCADE;
  DROP TABLE "_reviews_v" CASCADE;
  DROP TABLE "_reviews_v_texts" CASCADE;
  DROP TABLE "_reviews_v_rels" CASCADE;
  DROP TABLE "leaflets_change_notes" CASCADE;
  DROP TABLE "leaflets_replaced_documents" CASCADE;
  DROP TABLE "leaflets_warnings" CASCADE;
  DROP TABLE "leaflets" CASCADE;
  DROP TABLE "leaflets_rels" CASCADE;
  DROP TABLE "_leaflets_v_version_change_notes" CASCADE;
  DROP TABLE "_leaflets_v_version_replaced_documents" CASCADE;
  DROP TABLE "_leaflets_v_version_warnings" CASCADE;
  DROP TABLE "_leaflets_v" CASCADE;
  DROP TABLE "_leaflets_v_rels" CASCADE;
  DROP TABLE "framework_documents_change_notes" CASCADE;
  DROP TABLE "framework_documents_replaced_documents" CASCADE;
  DROP TABLE "framework_documents_warnings" CASCADE;
  DROP TABLE "framework_documents" CASCADE;
  DROP TABLE "_framework_documents_v_version_change_notes" CASCADE;
  DROP TABLE "_framework_documents_v_version_replaced_documents" CASCADE;
  DROP TABLE "_framework_documents_v_version_warnings" CASCADE;
  DROP TABLE "_framework_documents_v" CASCADE;
  DROP TABLE "themes" CASCADE;
  DROP TABLE "themes_texts" CASCADE;
  DROP TABLE "themes_rels" CASCADE;
  DROP TABLE "agencies" CASCADE;
  DROP TABLE "files" CASCADE;
  DROP TABLE "file_checks" CASCADE;
  DROP TABLE "private_names" CASCADE;
  DROP TABLE "approvals_comments" CASCADE;
  DROP TABLE "approvals" CASCADE;
  DROP TABLE "approvals_rels" CASCADE;
  DROP TABLE "withdrawals" CASCADE;
  DROP TABLE "withdrawals_rels" CASCADE;
  DROP TABLE "publication_events" CASCADE;
  DROP TABLE "availability_checks" CASCADE;
  DROP TABLE "availability_checks_texts" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "case_reviews_page_section_order" CASCADE;
  DROP TABLE "case_reviews_page" CASCADE;
  DROP TABLE "_case_reviews_page_v_version_section_order" CASCADE;
  DROP TABLE "_case_reviews_page_v" CASCADE;
  DROP TABLE "payload_jobs_stats" CASCADE;
  DROP TYPE "public"."enum_users_publishing_roles";
  DROP TYPE "public"."enum_reviews_recommendations_status";
  DROP TYPE "public"."enum_reviews_review_type";
  DROP TYPE "public"."enum_reviews_age_band";
  DROP TYPE "public"."enum_reviews_published_by_body";
  DROP TYPE "public"."enum_reviews_action_plan_status";
  DROP TYPE "public"."enum_reviews_report_availability";
  DROP TYPE "public"."enum_reviews_published_on_precision";
  DROP TYPE "public"."enum_reviews_status";
  DROP TYPE "public"."enum__reviews_v_version_recommendations_status";
  DROP TYPE "public"."enum__reviews_v_version_review_type";
  DROP TYPE "public"."enum__reviews_v_version_age_band";
  DROP TYPE "public"."enum__reviews_v_version_published_by_body";
  DROP TYPE "public"."enum__reviews_v_version_action_plan_status";
  DROP TYPE "public"."enum__reviews_v_version_report_availability";
  DROP TYPE "public"."enum__reviews_v_version_published_on_precision";
  DROP TYPE "public"."enum__reviews_v_version_status";
  DROP TYPE "public"."enum_leaflets_kind";
  DROP TYPE "public"."enum_leaflets_published_on_precision";
  DROP TYPE "public"."enum_leaflets_status";
  DROP TYPE "public"."enum__leaflets_v_version_kind";
  DROP TYPE "public"."enum__leaflets_v_version_published_on_precision";
  DROP TYPE "public"."enum__leaflets_v_version_status";
  DROP TYPE "public"."enum_framework_documents_kind";
  DROP TYPE "public"."enum_framework_documents_published_on_precision";
  DROP TYPE "public"."enum_framework_documents_status";
  DROP TYPE "public"."enum__framework_documents_v_version_kind";
  DROP TYPE "public"."enum__framework_documents_v_version_published_on_precision";
  DROP TYPE "public"."enum__framework_documents_v_version_status";
  DROP TYPE "public"."enum_themes_facet";
  DROP TYPE "public"."enum_file_checks_state";
  DROP TYPE "public"."enum_approvals_state";
  DROP TYPE "public"."enum_withdrawals_ground";
  DROP TYPE "public"."enum_withdrawals_state";
  DROP TYPE "public"."enum_publication_events_kind";
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  DROP TYPE "public"."enum_case_reviews_page_section_order";
  DROP TYPE "public"."enum_case_reviews_page_status";
  DROP TYPE "public"."enum__case_reviews_page_v_version_section_order";
  DROP TYPE "public"."enum__case_reviews_page_v_version_status";`)
}
