/** The one query that answers everything on the partnership's page, ordered as the page orders it. */
export const caseReviewsPageQuery = /* GraphQL */ `
  query CaseReviewsPage {
    CaseReviewsPage {
      heading
      sectionOrder
      introduction {
        ...section
      }
      notifiableIncidents {
        ...section
      }
      rapidReview {
        ...section
      }
      publicationPromise {
        ...section
      }
      localGuidance {
        ...section
      }
      caseReviews {
        ...section
      }
      nationalRepository {
        ...section
      }
      learningAndImprovementFramework {
        ...section
      }
    }
    Reviews(pagination: false, sort: "-publishedOn,name") {
      docs {
        slug
        name
        reviewType
        reviewTypeLabel
        publishedOn
        publishedBy {
          body
          name
          url
        }
        reviewer
        summary(depth: 1)
        learning(depth: 1)
        underlyingReasons(depth: 1)
        recommendations {
          id
          recommendation
          agencies {
            name
          }
          dueBy
          status
          response
        }
        improvements(depth: 1)
        actionPlan {
          status
          monitoredBy
          text(depth: 1)
          updatedOn
        }
        reportAvailability
        reportFile {
          ...file
        }
        reportLink
        reportReason
        reportExpectedOn
        repositoryRecord {
          url
          accessionNumber
        }
        themes {
          slug
          name
        }
        leaflets {
          docs {
            ...leaflet
          }
        }
        related {
          slug
          name
        }
        changeNotes {
          id
          date
          note
        }
      }
    }
    Leaflets(pagination: false, sort: "-publishedOn,title") {
      docs {
        ...leaflet
      }
    }
    FrameworkDocuments(pagination: false, sort: "-publishedOn,title") {
      docs {
        slug
        title
        kind
        edition
        publishedOn
        summary(depth: 1)
        body(depth: 1)
        file {
          ...file
        }
        link
        changeNotes {
          id
          date
          note
        }
      }
    }
  }

  fragment section on PageSection {
    heading
    text(depth: 1)
  }

  fragment leaflet on Leaflet {
    slug
    title
    kind
    publishedOn
    summary(depth: 1)
    body(depth: 1)
    file {
      ...file
    }
    link
    themes {
      slug
      name
    }
    changeNotes {
      id
      date
      note
    }
  }

  fragment file on File {
    title
    description
    language
    url
    mimeType
    filesize
  }
`
